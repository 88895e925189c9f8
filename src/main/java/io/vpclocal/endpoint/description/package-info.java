/** Views of endpoints for Describe actions and other modules. */
@NullMarked
package io.vpclocal.endpoint.description;

import org.jspecify.annotations.NullMarked;

/** Endpoints as Describe actions and other modules see them. */
@NullMarked
package io.vpclocal.endpoint.description;

import org.jspecify.annotations.NullMarked;

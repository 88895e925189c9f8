/** Interface endpoints with their private DNS names. */
@NullMarked
package io.vpclocal.endpoint.privatelink;

import org.jspecify.annotations.NullMarked;

/** Calls of services that customers host: from a place, through an endpoint, to the real address of a target. */
@NullMarked
package io.vpclocal.gateway.hosted;

import org.jspecify.annotations.NullMarked;

/** Calls of services that customers host: from a caller, through an endpoint, to the real address of a target. */
@NullMarked
package io.vpclocal.proxy.hosted;

import org.jspecify.annotations.NullMarked;

/** Endpoint services that customers host behind their load balancers: their owners' side of AWS PrivateLink. */
@NullMarked
package io.vpclocal.endpointservice.hosted;

import org.jspecify.annotations.NullMarked;

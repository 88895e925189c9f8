/** Endpoint services that customers host behind load balancers: the provider side of AWS PrivateLink. */
@NullMarked
package io.vpclocal.endpointservice.hosted;

import org.jspecify.annotations.NullMarked;

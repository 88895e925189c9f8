/** Gateway Load Balancer endpoints, which are targets of routes. */
@NullMarked
package io.vpclocal.endpoint.gatewayloadbalancer;

import org.jspecify.annotations.NullMarked;

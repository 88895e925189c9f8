/** Internet gateways and egress-only internet gateways, and which VPC each is attached to. */
@NamedInterface("gateway")
@NullMarked
package io.vpclocal.network.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

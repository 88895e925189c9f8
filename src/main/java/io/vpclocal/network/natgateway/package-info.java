/** NAT gateways and their network interfaces. */
@NamedInterface("natgateway")
@NullMarked
package io.vpclocal.network.natgateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** NAT gateways with the network interfaces they stand on. */
@NamedInterface("natgateway")
@NullMarked
package io.vpclocal.network.natgateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

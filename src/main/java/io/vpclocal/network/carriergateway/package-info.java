/** Carrier gateways, which connect the Wavelength subnets of a VPC with a carrier's network. */
@NamedInterface("carriergateway")
@NullMarked
package io.vpclocal.network.carriergateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

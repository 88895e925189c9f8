/** VPC peering connections, as both of their VPCs' accounts and Regions see them. */
@NamedInterface("peering")
@NullMarked
package io.vpclocal.network.peering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

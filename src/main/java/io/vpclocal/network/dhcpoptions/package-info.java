/** DHCP option sets, and the set that a new VPC gets. */
@NamedInterface("dhcpoptions")
@NullMarked
package io.vpclocal.network.dhcpoptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

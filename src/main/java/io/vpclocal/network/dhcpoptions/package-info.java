/** Sets of DHCP options, and which set a VPC has from its creation on. */
@NamedInterface("dhcpoptions")
@NullMarked
package io.vpclocal.network.dhcpoptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

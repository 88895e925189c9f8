/** VPN connections between virtual private gateways and customer gateways, with their tunnels and static routes. */
@NamedInterface("vpnconnection")
@NullMarked
package io.vpclocal.network.vpnconnection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

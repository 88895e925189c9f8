/** Virtual private gateways and customer gateways. VPN connections between them are not emulated. */
@NamedInterface("vpngateway")
@NullMarked
package io.vpclocal.network.vpngateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

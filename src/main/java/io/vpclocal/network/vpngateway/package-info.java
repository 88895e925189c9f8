/** Virtual private gateways and customer gateways. */
@NamedInterface("vpngateway")
@NullMarked
package io.vpclocal.network.vpngateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

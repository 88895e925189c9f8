package io.vpclocal.traffic;

import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Networks on premises, whose packets come in through virtual private gateways. */
final class OnPremises {

    private OnPremises() {}

    /** The gateway of the destination's VPC; empty if it has none, or if the VPC is not certain. */
    static Optional<Network.VpnGateway> gatewayTo(Flow.@Nullable Endpoint destination, KnownNetwork network) {
        NetworkInventory parts = network.snapshot().inventory();
        Set<String> vpcs = parts.interfaces().stream()
                .filter(one -> isAt(one, parts.vpcOf(one), destination))
                .map(parts::vpcOf)
                .collect(Collectors.toSet());
        return vpcs.size() == 1
                ? parts.vpnGateways().stream()
                        .filter(gateway -> vpcs.contains(gateway.vpcId()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isAt(Network.NetworkInterface one, String vpcId, Flow.@Nullable Endpoint destination) {
        if (destination instanceof Flow.InterfaceEndpoint named) {
            return one.id().equals(named.networkInterfaceId());
        }
        return destination instanceof Flow.AddressEndpoint addressed
                && (addressed.vpcId() == null || addressed.vpcId().equals(vpcId))
                && one.addresses().stream().anyMatch(own -> own.address().equals(addressed.address()));
    }
}

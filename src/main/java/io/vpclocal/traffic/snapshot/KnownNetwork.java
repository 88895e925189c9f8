package io.vpclocal.traffic.snapshot;

import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled network, with the names of its components in requests.
 *
 * @param instances the primary network interface of each instance, by instance id
 * @param privateAddresses the addresses of all network interfaces, by VPC id
 * @param peers the owner of the network behind each active peering connection to another account or Region
 * @param lasting false if part of it expires with time
 */
public record KnownNetwork(
        Scope scope,
        NetworkSnapshot snapshot,
        Map<String, String> instances,
        Map<String, Set<IpAddress>> privateAddresses,
        Map<String, Scope> peers,
        boolean lasting) {

    /** Whether an interface has that private address. @param vpcId null for any VPC */
    public boolean hasAddress(@Nullable String vpcId, IpAddress address) {
        return vpcId == null
                ? privateAddresses.values().stream().anyMatch(addresses -> addresses.contains(address))
                : privateAddresses.getOrDefault(vpcId, Set.of()).contains(address);
    }
}

package io.vpclocal.traffic.name;

import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who looks up a name.
 *
 * @param vpc null outside of VPCs
 * @param zone the name of its Availability Zone; null outside of VPCs
 * @param region whose DNS suffix private names have
 */
record Asker(Network.@Nullable Vpc vpc, @Nullable String zone, String region) {

    /** @param client the interface that looks it up; null outside of VPCs */
    static Asker at(Network.@Nullable NetworkInterface client, KnownNetwork network) {
        if (client == null) {
            return new Asker(null, null, network.scope().region());
        }
        Network.Subnet subnet = Objects.requireNonNull(network.snapshot().subnet(client.subnetId()));
        return new Asker(
                network.snapshot().vpc(subnet.vpcId()),
                subnet.availabilityZone(),
                network.scope().region());
    }

    UnresolvedNameException unresolved(String name, String reason) {
        return new UnresolvedNameException("The name '" + name + "' does not resolve "
                + (vpc == null ? "outside of VPCs" : "in " + vpc.id()) + ": " + reason + ".");
    }
}

package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.CidrTable;
import io.vpclocal.traffic.address.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A VPC with its interfaces by address. Filled by {@link Compilation}, then never changed. */
final class CompiledVpc {

    final Network.Vpc vpc;
    final Map<IpAddress, CompiledInterface> interfaces = new HashMap<>();
    final List<CompiledVpc> peers = new ArrayList<>();
    /** The ids of VPCs in other networks, by the id of the peering connection to them. */
    final Map<String, String> abroad = new LinkedHashMap<>();

    /** The attachments to transit gateways by the gateway's id. */
    final Map<String, CompiledAttachment> transit = new HashMap<>();

    final List<Network.VpcEndpoint> endpoints = new ArrayList<>();
    final List<IpAddress> resolvers;
    final Hop block;
    final Hop unattached;
    final Hop resolverOff;

    @Nullable
    Hop internetGateway;

    /** The routes of the internet gateway's route table, if it has one. */
    @Nullable
    CidrTable<CompiledRoute> edgeRoutes;

    CompiledVpc(Network.Vpc vpc) {
        this.vpc = vpc;
        this.resolvers = vpc.cidrs().stream()
                .filter(cidr -> !cidr.base().isV6())
                .limit(1)
                .map(cidr -> cidr.base().plus(2))
                .toList();
        this.block =
                Hop.deny(Hop.Stage.INTERNET_GATEWAY, vpc.id(), null, "VPC Block Public Access is on for " + vpc.id());
        this.unattached = Hop.deny(Hop.Stage.INTERNET_GATEWAY, vpc.id(), null, vpc.id() + " has no internet gateway");
        this.resolverOff = Hop.deny(Hop.Stage.AWS_INFRASTRUCTURE, vpc.id(), null, "DNS support is off for " + vpc.id());
    }

    boolean contains(IpAddress address) {
        for (Cidr cidr : vpc.cidrs()) {
            if (cidr.contains(address)) {
                return true;
            }
        }
        return false;
    }

    /** The interface that has a private address in this VPC, or else in one peered with it. */
    @Nullable
    CompiledInterface reachable(IpAddress address) {
        CompiledInterface own = interfaces.get(address);
        if (own != null || peers.isEmpty()) {
            return own;
        }
        for (CompiledVpc peer : peers) {
            CompiledInterface there = peer.interfaces.get(address);
            if (there != null) {
                return there;
            }
        }
        return null;
    }
}

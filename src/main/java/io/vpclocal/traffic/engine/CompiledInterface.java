package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.PrivateAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A network interface with everything that it applies to packets. */
final class CompiledInterface {

    /** Kinds whose connections are always tracked. */
    private static final Set<String> ALWAYS_TRACKED = Set.of(
            "nat_gateway",
            "network_load_balancer",
            "vpc_endpoint",
            "gateway_load_balancer_endpoint",
            "lambda",
            "transit_gateway",
            "global_accelerator_managed");

    private static final Set<String> BALANCERS =
            Set.of(Network.APPLICATION_LOAD_BALANCER, "network_load_balancer", "gateway_load_balancer");

    final Network.NetworkInterface networkInterface;
    final CompiledSubnet subnet;
    /** Null when security groups do not filter this interface. */
    final @Nullable GroupPolicy policy;

    final boolean alwaysTracked;
    final Hop sends;
    final Hop receives;
    final Hop checks;
    final Hop forwards;
    final Hop initiates;
    /** Set while the network is compiled. */
    Network.@Nullable NatGateway nat;

    Network.@Nullable VpcEndpoint endpoint;

    /** Set for the interfaces of transit gateways. */
    @Nullable
    CompiledAttachment attachment;

    /** Set if it is attached to an instance that is not running. */
    @Nullable
    Hop stopped;

    @Nullable
    Hop translates;

    @Nullable
    Hop noConnection;

    CompiledInterface(Network.NetworkInterface networkInterface, CompiledSubnet subnet, @Nullable GroupPolicy policy) {
        this.networkInterface = networkInterface;
        this.subnet = subnet;
        this.policy = policy;
        this.alwaysTracked = ALWAYS_TRACKED.contains(networkInterface.interfaceType());
        String id = networkInterface.id();
        Hop.Stage stage = Hop.Stage.NETWORK_INTERFACE;
        this.sends = Hop.allow(stage, id, null, id + " sends");
        this.receives = Hop.allow(stage, id, null, id + " receives");
        this.checks = Hop.deny(stage, id, null, id + " checks source and destination");
        this.forwards = Hop.allow(Hop.Stage.APPLIANCE, id, null, id + " forwards packets for other destinations");
        this.initiates = Hop.deny(stage, id, null, id + " belongs to a VPC endpoint");
    }

    void become(Network.NatGateway gateway) {
        nat = gateway;
        translates = Hop.allow(Hop.Stage.NAT_GATEWAY, gateway.id(), null, gateway.id() + " translates");
        noConnection = Hop.deny(Hop.Stage.NAT_GATEWAY, gateway.id(), null, gateway.id() + " does not translate it");
    }

    void stop() {
        stopped = Hop.deny(
                Hop.Stage.NETWORK_INTERFACE,
                networkInterface.id(),
                null,
                networkInterface.instanceId() + " does not run");
    }

    boolean isMemberOf(String groupId) {
        return networkInterface.groupIds().contains(groupId);
    }

    boolean owns(IpAddress address) {
        if (address.isV6()) {
            return networkInterface.ipv6Addresses().contains(address);
        }
        for (PrivateAddress own : networkInterface.addresses()) {
            if (own.address().equals(address)) {
                return true;
            }
        }
        return false;
    }

    boolean belongsToBalancer() {
        return BALANCERS.contains(networkInterface.interfaceType());
    }

    boolean is(String interfaceType) {
        return networkInterface.interfaceType().equals(interfaceType);
    }

    /** The first private address of the family, or null. */
    @Nullable
    IpAddress first(boolean v6) {
        if (v6) {
            return networkInterface.ipv6Addresses().isEmpty()
                    ? null
                    : networkInterface.ipv6Addresses().get(0);
        }
        return networkInterface.addresses().isEmpty()
                ? null
                : networkInterface.addresses().get(0).address();
    }

    /** The public address one of its own is mapped to, or null. */
    @Nullable
    IpAddress publicOf(IpAddress own) {
        for (PrivateAddress candidate : networkInterface.addresses()) {
            if (candidate.address().equals(own)) {
                return candidate.publicAddress();
            }
        }
        return null;
    }

    /** The private address that its public address is mapped to. */
    IpAddress behind(IpAddress publicAddress) {
        for (PrivateAddress candidate : networkInterface.addresses()) {
            if (publicAddress.equals(candidate.publicAddress())) {
                return candidate.address();
            }
        }
        return publicAddress;
    }

    /** Its first public address, or null. */
    @Nullable
    IpAddress firstPublic() {
        for (PrivateAddress candidate : networkInterface.addresses()) {
            if (candidate.publicAddress() != null) {
                return candidate.publicAddress();
            }
        }
        return null;
    }
}

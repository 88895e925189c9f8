package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.CidrTable;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.AwsService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The state of a network at one moment, compiled for {@link Evaluator}. Immutable and safe to share between threads.
 */
public final class NetworkSnapshot {

    final Map<String, CompiledInterface> interfaces;
    final Map<String, CompiledVpc> vpcs;
    final Map<IpAddress, List<CompiledInterface>> privateAddresses;
    final Map<IpAddress, CompiledInterface> publicAddresses;
    final Map<String, IpAddress> serviceAddresses;
    final EndpointPolicyCheck endpointPolicies;
    private final Map<String, Network.Subnet> subnets;
    private final CidrTable<String> addressRanges;
    private final NetworkInventory inventory;

    NetworkSnapshot(Compilation compilation) {
        this.interfaces = compilation.interfaces;
        this.vpcs = compilation.vpcs;
        this.privateAddresses = compilation.privateAddresses;
        this.publicAddresses = compilation.publicAddresses;
        this.serviceAddresses = compilation.serviceAddresses;
        this.subnets = compilation.plainSubnets;
        this.addressRanges = compilation.addressRanges();
        this.endpointPolicies = compilation.parts.endpointPolicies;
        this.inventory = new NetworkInventory(compilation.parts);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The parts of the network. */
    public NetworkInventory inventory() {
        return inventory;
    }

    /** Whether an interface of this network has the public address. */
    public boolean hasPublicAddress(IpAddress address) {
        return publicAddresses.containsKey(address);
    }

    /** The interface with this id, or null. */
    public Network.@Nullable NetworkInterface networkInterface(String id) {
        CompiledInterface found = interfaces.get(id);
        return found == null ? null : found.networkInterface;
    }

    /**
     * The interface that a source stands for; null if it is outside of VPCs.
     *
     * @throws UnresolvableFlowException if several VPCs have its address
     */
    public Network.@Nullable NetworkInterface interfaceOf(Flow.Endpoint source) {
        CompiledInterface found = Resolution.source(this, source);
        return found == null ? null : found.networkInterface;
    }

    /** Whether a service has an address or an endpoint in this network. */
    public boolean knowsService(String serviceName) {
        return serviceAddresses.containsKey(serviceName)
                || vpcs.values().stream()
                        .flatMap(vpc -> vpc.endpoints.stream())
                        .anyMatch(endpoint -> endpoint.serviceName().equals(serviceName));
    }

    /** The interface endpoint that a network interface belongs to, or null. */
    public Network.@Nullable VpcEndpoint endpointOf(String networkInterfaceId) {
        CompiledInterface found = interfaces.get(networkInterfaceId);
        return found == null ? null : found.endpoint;
    }

    /** The subnet with this id, or null. */
    public Network.@Nullable Subnet subnet(String id) {
        return subnets.get(id);
    }

    /** The VPC with this id, or null. */
    public Network.@Nullable Vpc vpc(String id) {
        CompiledVpc found = vpcs.get(id);
        return found == null ? null : found.vpc;
    }

    /** How flow logs name the AWS range a public address is in ({@code S3}, {@code AMAZON}, ...), or null. */
    public @Nullable String addressRangeCode(IpAddress address) {
        return addressRanges.find(address);
    }

    /** Collects the parts in any order; {@link #build()} needs all of them. */
    public static final class Builder {

        final List<Network.Vpc> vpcs = new ArrayList<>();
        final List<Network.Subnet> subnets = new ArrayList<>();
        final List<Network.NetworkInterface> interfaces = new ArrayList<>();
        final List<Network.SecurityGroup> groups = new ArrayList<>();
        final List<Network.NetworkAcl> acls = new ArrayList<>();
        final List<Network.RouteTable> routeTables = new ArrayList<>();
        final List<Network.InternetGateway> internetGateways = new ArrayList<>();
        final List<Network.EgressOnlyInternetGateway> egressOnlyInternetGateways = new ArrayList<>();
        final List<Network.VpnGateway> vpnGateways = new ArrayList<>();
        final List<Network.NatGateway> natGateways = new ArrayList<>();
        final List<Network.PeeringConnection> peeringConnections = new ArrayList<>();
        final List<Network.TransitGatewayAttachment> transitAttachments = new ArrayList<>();
        final List<Network.TransitGatewayRouteTable> transitTables = new ArrayList<>();
        final List<Network.PrefixList> prefixLists = new ArrayList<>();
        final List<Network.VpcEndpoint> endpoints = new ArrayList<>();
        final List<AwsService> services = new ArrayList<>();
        final List<String> stoppedInterfaces = new ArrayList<>();
        final Map<String, String> edgeTables = new HashMap<>();
        final Map<String, Network.BlockPublicAccess> subnetModes = new HashMap<>();
        EndpointPolicyCheck endpointPolicies = EndpointPolicyCheck.FULL_ACCESS;

        private Builder() {}

        public Builder add(Network.Vpc vpc) {
            vpcs.add(vpc);
            return this;
        }

        public Builder add(Network.Subnet subnet) {
            subnets.add(subnet);
            return this;
        }

        public Builder add(Network.NetworkInterface networkInterface) {
            interfaces.add(networkInterface);
            return this;
        }

        public Builder add(Network.SecurityGroup group) {
            groups.add(group);
            return this;
        }

        public Builder add(Network.NetworkAcl acl) {
            acls.add(acl);
            return this;
        }

        public Builder add(Network.RouteTable table) {
            routeTables.add(table);
            return this;
        }

        public Builder add(Network.InternetGateway gateway) {
            internetGateways.add(gateway);
            return this;
        }

        public Builder add(Network.EgressOnlyInternetGateway gateway) {
            egressOnlyInternetGateways.add(gateway);
            return this;
        }

        public Builder add(Network.VpnGateway gateway) {
            vpnGateways.add(gateway);
            return this;
        }

        public Builder add(Network.NatGateway gateway) {
            natGateways.add(gateway);
            return this;
        }

        public Builder add(Network.PeeringConnection connection) {
            peeringConnections.add(connection);
            return this;
        }

        public Builder add(Network.TransitGatewayAttachment attachment) {
            transitAttachments.add(attachment);
            return this;
        }

        public Builder add(Network.TransitGatewayRouteTable table) {
            transitTables.add(table);
            return this;
        }

        public Builder add(Network.PrefixList list) {
            prefixLists.add(list);
            return this;
        }

        public Builder add(Network.VpcEndpoint endpoint) {
            endpoints.add(endpoint);
            return this;
        }

        public Builder add(AwsService service) {
            services.add(service);
            return this;
        }

        /** The instance of the interface is not running, so nothing leaves or reaches it. */
        public Builder stopped(String networkInterfaceId) {
            stoppedInterfaces.add(networkInterfaceId);
            return this;
        }

        /** The VPC Block Public Access mode of a subnet, if it differs from the VPC's. */
        public Builder blockPublicAccess(String subnetId, Network.BlockPublicAccess mode) {
            subnetModes.put(subnetId, mode);
            return this;
        }

        /** The table is associated with the internet gateway of the VPC: it routes traffic from the internet. */
        public Builder edgeTable(String vpcId, String routeTableId) {
            edgeTables.put(vpcId, routeTableId);
            return this;
        }

        /** Evaluates API calls through endpoints. Without it, all calls are allowed. */
        public Builder endpointPolicies(EndpointPolicyCheck check) {
            endpointPolicies = check;
            return this;
        }

        /**
         * Compiles the network.
         *
         * @throws IllegalArgumentException if a part belongs to an unknown VPC, subnet or group, or a VPC lacks a main
         *     route table or default network ACL that its subnets need
         */
        public NetworkSnapshot build() {
            return new Compilation(this).compile();
        }
    }
}

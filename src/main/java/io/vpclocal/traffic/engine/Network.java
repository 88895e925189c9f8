package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.address.IpAddress;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a {@link NetworkSnapshot}: plain values with AWS ids. */
public final class Network {

    /** The interface type of Application Load Balancers in a snapshot. */
    public static final String APPLICATION_LOAD_BALANCER = "application_load_balancer";

    private Network() {}

    /** VPC Block Public Access as it applies to one VPC. */
    public enum BlockPublicAccess {
        OFF,
        /** Nothing passes an internet gateway or egress-only internet gateway. */
        BIDIRECTIONAL,
        /** Only connections from NAT gateways and egress-only internet gateways pass. */
        INGRESS
    }

    /** @param cidrs every IPv4 and IPv6 block; the first IPv4 block is the primary one */
    public record Vpc(
            String id,
            List<Cidr> cidrs,
            boolean dnsSupport,
            boolean dnsHostnames,
            BlockPublicAccess blockPublicAccess) {}

    /**
     * @param routeTableId explicit association; null is the main route table of the VPC
     * @param networkAclId association; null is the default network ACL of the VPC
     */
    public record Subnet(
            String id,
            String vpcId,
            List<Cidr> cidrs,
            String availabilityZone,
            String availabilityZoneId,
            @Nullable String routeTableId,
            @Nullable String networkAclId) {}

    /** A private IPv4 address and the public one (Elastic IP or not) an internet gateway maps it to. */
    public record PrivateAddress(
            IpAddress address, @Nullable IpAddress publicAddress) {}

    /**
     * @param addresses private IPv4 addresses, the primary one first
     * @param interfaceType as EC2 spells it: {@code interface}, {@code nat_gateway}, {@code vpc_endpoint}, ..., or
     *     {@link #APPLICATION_LOAD_BALANCER}, which EC2 calls {@code interface} too
     * @param groupIds security groups; none means that security groups do not filter it, as with NAT gateways
     * @param nitro whether it is attached to an instance of the Nitro System (decides how traffic paths are numbered)
     */
    public record NetworkInterface(
            String id,
            String subnetId,
            String ownerId,
            String interfaceType,
            @Nullable String instanceId,
            List<PrivateAddress> addresses,
            List<IpAddress> ipv6Addresses,
            List<String> groupIds,
            boolean sourceDestCheck,
            boolean nitro) {}

    /**
     * Which traffic a rule is about.
     *
     * @param protocol IANA number, or -1 for all
     * @param from first port, or ICMP type; -1 for all; ignored for other protocols
     * @param to last port, or ICMP code; -1 for all
     */
    public record TrafficMatch(int protocol, int from, int to) {

        /** All traffic. */
        public static final TrafficMatch ALL = new TrafficMatch(-1, -1, -1);

        boolean matches(Packet packet) {
            if (protocol == -1) {
                return true;
            }
            if (protocol != packet.protocol()) {
                return false;
            }
            return switch (protocol) {
                case Packet.TCP, Packet.UDP ->
                    from == -1 || packet.destinationPort() >= from && packet.destinationPort() <= to;
                case Packet.ICMP, Packet.ICMPV6 ->
                    (from == -1 || packet.icmpType() == from) && (to == -1 || packet.icmpCode() == to);
                default -> true;
            };
        }

        boolean coversAllOf(int number) {
            boolean everyPort = from == -1 || from == 0 && to == 65535;
            return protocol == -1 || protocol == number && everyPort;
        }
    }

    /** The other side of a security group rule, or the destination of a route. */
    public sealed interface Peer permits CidrPeer, PrefixListPeer, GroupPeer {}

    public record CidrPeer(Cidr cidr) implements Peer {
        @Override
        public String toString() {
            return cidr.toString();
        }
    }

    public record PrefixListPeer(String prefixListId) implements Peer {
        @Override
        public String toString() {
            return prefixListId;
        }
    }

    public record GroupPeer(String groupId) implements Peer {
        @Override
        public String toString() {
            return groupId;
        }
    }

    public record GroupRule(String id, Direction direction, TrafficMatch match, Peer peer) {}

    public record SecurityGroup(String id, String vpcId, List<GroupRule> rules) {}

    public record AclEntry(int ruleNumber, Direction direction, boolean allow, TrafficMatch match, Cidr cidr) {}

    /** @param entries in any order; the final deny may be missing */
    public record NetworkAcl(String id, String vpcId, boolean isDefault, List<AclEntry> entries) {}

    /** The target of a route. */
    public enum RouteTarget {
        LOCAL,
        INTERNET_GATEWAY,
        EGRESS_ONLY_INTERNET_GATEWAY,
        NAT_GATEWAY,
        NETWORK_INTERFACE,
        GATEWAY_ENDPOINT,
        VPC_PEERING_CONNECTION,
        TRANSIT_GATEWAY,
        VIRTUAL_PRIVATE_GATEWAY,
        CARRIER_GATEWAY,
        LOCAL_GATEWAY
    }

    /**
     * @param destination a block or a prefix list
     * @param targetId null only for {@code LOCAL}
     * @param propagated whether a virtual private gateway propagated it
     */
    public record Route(
            Peer destination, RouteTarget target, @Nullable String targetId, boolean blackhole, boolean propagated) {

        public Route {
            if (destination instanceof GroupPeer) {
                throw new IllegalArgumentException("A route leads to a block or a prefix list, not to a group");
            }
        }
    }

    public record RouteTable(String id, String vpcId, boolean main, List<Route> routes) {}

    public record InternetGateway(String id, String vpcId) {}

    /** A virtual private gateway that is attached to a VPC. */
    public record VpnGateway(String id, String vpcId) {}

    public record EgressOnlyInternetGateway(String id, String vpcId) {}

    /** A zonal NAT gateway; its private and Elastic IP addresses are those of its network interface. */
    public record NatGateway(String id, boolean publicConnectivity, String networkInterfaceId) {}

    public record PeeringConnection(String id, String requesterVpcId, String accepterVpcId, boolean sameRegion) {}

    /**
     * The available attachment of a VPC to a transit gateway.
     *
     * @param interfaces the transit gateway's network interfaces by the id of their Availability Zone
     * @param applianceMode whether both directions of a flow use the same interface
     * @param groupReferences whether security groups of other attached VPCs may refer to groups of this one, and reversely
     * @param routeTableId the transit gateway's route table that decides about what comes from the VPC; null for none
     */
    public record TransitGatewayAttachment(
            String id,
            String transitGatewayId,
            String vpcId,
            Map<String, String> interfaces,
            boolean applianceMode,
            boolean groupReferences,
            @Nullable String routeTableId) {}

    /** @param attachmentId null for a black hole */
    public record TransitGatewayRoute(
            Cidr destination, @Nullable String attachmentId, boolean propagated) {}

    /** @param routes the first of two with the same destination wins */
    public record TransitGatewayRouteTable(String id, List<TransitGatewayRoute> routes) {}

    public record PrefixList(String id, List<Cidr> entries) {}

    /**
     * @param interfaceIds network interfaces of an interface endpoint; empty for a gateway endpoint
     * @param prefixListId of a gateway endpoint; null for an interface endpoint
     */
    public record VpcEndpoint(
            String id,
            String vpcId,
            String serviceName,
            @Nullable String prefixListId,
            List<String> interfaceIds,
            boolean privateDnsEnabled) {}

    /**
     * Where a service is on the internet.
     *
     * @param serviceName {@code com.amazonaws.us-east-1.s3}
     * @param addressRangeCode the name of the range in flow logs: {@code S3}, {@code AMAZON}, ...
     * @param publicCidrs may be empty if a prefix list has the addresses
     */
    public record AwsService(
            String serviceName,
            String addressRangeCode,
            List<Cidr> publicCidrs,
            @Nullable String prefixListId) {}
}

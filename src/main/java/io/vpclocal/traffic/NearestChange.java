package io.vpclocal.traffic;

import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import io.vpclocal.traffic.engine.Packet;
import io.vpclocal.traffic.engine.Stop;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one setting whose change would let a stopped packet pass, if the stop has such a setting. */
final class NearestChange {

    private static final int FIRST_EPHEMERAL_PORT = 1024;

    private NearestChange() {}

    /** @param at the interface that the packet left or reached last */
    static Stream<String> of(NetworkInventory parts, Stop stop, Network.@Nullable NetworkInterface at) {
        String component = stop.hop().component();
        Packet packet = stop.packet();
        return switch (stop.code()) {
            case SUBNET_ACL_RESTRICTION -> ephemeral(stop);
            case BAD_STATE_ROUTE -> target(parts, stop);
            case IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS ->
                Stream.of(packet.source() + " has no Elastic IP address; with one, " + component + " carries it");
            case INSTANCE_NOT_RUNNING ->
                Stream.ofNullable(instance(parts, component)).map(id -> id + " is not running; start it");
            case ENI_SOURCE_DEST_CHECK_RESTRICTION ->
                Stream.of(component + " forwards packets of others if its source/destination check is off");
            case INTERNET_GATEWAY_NOT_ATTACHED ->
                Stream.of("an internet gateway that is attached to " + component + " delivers it");
            case VPC_BLOCK_PUBLIC_ACCESS_ENABLED ->
                Stream.of("an exclusion of " + component + (at == null ? "" : " or " + at.subnetId())
                        + " from VPC Block Public Access lets it pass");
            case PCX_REQUIRES_ADDRESS_IN_VPC_CIDR ->
                Stream.of("a peering connection between the VPCs of both sides carries it");
            case ENDPOINT_NOT_AVAILABLE ->
                "pendingAcceptance".equals(stop.hop().rule())
                        ? Stream.of("the owner of the service has to accept the connection of " + component)
                        : Stream.empty();
            case ELBV2_NO_TARGETS_IN_AZ -> Stream.of(component + " reaches other zones with cross-zone load balancing");
            case DNS_SUPPORT_DISABLED -> Stream.of("the attribute enableDnsSupport of " + component + " is false");
            default -> Stream.empty();
        };
    }

    /** Network ACLs are stateless, and answers go to ephemeral ports. */
    private static Stream<String> ephemeral(Stop stop) {
        boolean answer = stop.packet().sourcePort() < FIRST_EPHEMERAL_PORT
                && stop.packet().destinationPort() >= FIRST_EPHEMERAL_PORT;
        boolean out = stop.hop().stage() == Hop.Stage.NETWORK_ACL_EGRESS;
        return answer
                ? Stream.of("network ACLs are stateless: this answer needs an " + (out ? "outbound" : "inbound")
                        + " rule of " + stop.hop().component() + ", usually for ports 1024-65535")
                : Stream.empty();
    }

    private static Stream<String> target(NetworkInventory parts, Stop stop) {
        Network.RouteTable table = parts.table(stop.hop().component());
        return table == null
                ? Stream.empty()
                : table.routes().stream()
                        .filter(route ->
                                route.destination().toString().equals(stop.hop().rule()))
                        .filter(route -> route.targetId() != null)
                        .limit(1)
                        .map(route -> "the route leads to " + route.targetId()
                                + ", which is deleted, detached or not running");
    }

    private static @Nullable String instance(NetworkInventory parts, String interfaceId) {
        Network.NetworkInterface found = parts.networkInterface(interfaceId);
        return found == null ? null : found.instanceId();
    }
}

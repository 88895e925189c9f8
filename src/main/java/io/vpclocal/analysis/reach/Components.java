package io.vpclocal.analysis.reach;

import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.Direction;
import io.vpclocal.traffic.engine.Network;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AnalysisAclRule;
import software.amazon.awssdk.services.ec2.model.AnalysisComponent;
import software.amazon.awssdk.services.ec2.model.AnalysisRouteTableRoute;
import software.amazon.awssdk.services.ec2.model.AnalysisSecurityGroupRule;
import software.amazon.awssdk.services.ec2.model.PortRange;

/**
 * Components, rules and routes as analyses show them.
 *
 * @param names the Name tag of a component, by id; null if it has none
 */
public record Components(Function<String, @Nullable String> names) {

    /** Resource types in ARNs, by id prefix. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("i", "instance"),
            Map.entry("eni", "network-interface"),
            Map.entry("sg", "security-group"),
            Map.entry("acl", "network-acl"),
            Map.entry("rtb", "route-table"),
            Map.entry("igw", "internet-gateway"),
            Map.entry("eigw", "egress-only-internet-gateway"),
            Map.entry("nat", "natgateway"),
            Map.entry("pcx", "vpc-peering-connection"),
            Map.entry("vpc", "vpc"),
            Map.entry("subnet", "subnet"),
            Map.entry("pl", "prefix-list"),
            Map.entry("vpce", "vpc-endpoint"),
            Map.entry("vpce-svc", "vpc-endpoint-service"),
            Map.entry("tgw", "transit-gateway"),
            Map.entry("tgw-attach", "transit-gateway-attachment"),
            Map.entry("tgw-rtb", "transit-gateway-route-table"),
            Map.entry("vgw", "vpn-gateway"),
            Map.entry("cagw", "carrier-gateway"),
            Map.entry("lgw", "local-gateway"));

    private static final int ANY = -1;

    /** Components without Name tags. */
    public static Components nameless() {
        return new Components(Components::noName);
    }

    private static @Nullable String noName(String id) {
        return null;
    }

    /** The resource type of an id, as in ARNs; null if analyses do not support it. */
    public static @Nullable String type(String id) {
        int dash = id.lastIndexOf('-');
        return dash < 0 ? null : TYPES.get(id.substring(0, dash));
    }

    /** The ARN of a component of a network; load balancers are identified by ARN already. */
    public static String arn(Scope scope, String id) {
        String type = type(id);
        return type == null ? id : scope.arn("ec2", type + "/" + id);
    }

    AnalysisComponent of(Scope scope, String id) {
        String name = names.apply(id);
        if (id.startsWith("arn:")) {
            String[] parts = id.split("/", -1);
            boolean listener = id.contains(":listener/");
            boolean group = id.contains(":targetgroup/");
            return AnalysisComponent.builder()
                    .id(listener ? parts[parts.length - 1] : group ? parts[1] : parts.length > 2 ? parts[2] : id)
                    .arn(id)
                    .name(name)
                    .build();
        }
        return AnalysisComponent.builder().id(id).arn(arn(scope, id)).name(name).build();
    }

    List<AnalysisComponent> of(Scope scope, List<String> ids) {
        return ids.stream().map(id -> of(scope, id)).toList();
    }

    static AnalysisAclRule aclRule(Network.AclEntry entry) {
        return AnalysisAclRule.builder()
                .cidr(entry.cidr().toString())
                .egress(entry.direction() == Direction.EGRESS)
                .portRange(ports(entry.match()))
                .protocol(protocol(entry.match()))
                .ruleAction(entry.allow() ? "allow" : "deny")
                .ruleNumber(entry.ruleNumber())
                .build();
    }

    static AnalysisSecurityGroupRule groupRule(Network.GroupRule rule) {
        AnalysisSecurityGroupRule.Builder shown = AnalysisSecurityGroupRule.builder()
                .direction(rule.direction().wireName())
                .portRange(ports(rule.match()))
                .protocol(protocol(rule.match()));
        if (rule.peer() instanceof Network.GroupPeer group) {
            return shown.securityGroupId(group.groupId()).build();
        }
        return rule.peer() instanceof Network.PrefixListPeer list
                ? shown.prefixListId(list.prefixListId()).build()
                : shown.cidr(rule.peer().toString()).build();
    }

    static AnalysisRouteTableRoute route(Network.Route route, boolean blackhole) {
        AnalysisRouteTableRoute.Builder shown =
                AnalysisRouteTableRoute.builder().origin(origin(route)).state(blackhole ? "blackhole" : "active");
        if (route.destination() instanceof Network.PrefixListPeer list) {
            shown.destinationPrefixListId(list.prefixListId());
        } else {
            shown.destinationCidr(route.destination().toString());
        }
        String target = route.targetId();
        return switch (route.target()) {
            case LOCAL -> shown.gatewayId("local").build();
            case INTERNET_GATEWAY, GATEWAY_ENDPOINT, VIRTUAL_PRIVATE_GATEWAY ->
                shown.gatewayId(target).build();
            case EGRESS_ONLY_INTERNET_GATEWAY ->
                shown.egressOnlyInternetGatewayId(target).build();
            case NAT_GATEWAY -> shown.natGatewayId(target).build();
            case NETWORK_INTERFACE -> shown.networkInterfaceId(target).build();
            case VPC_PEERING_CONNECTION -> shown.vpcPeeringConnectionId(target).build();
            case TRANSIT_GATEWAY -> shown.transitGatewayId(target).build();
            case CARRIER_GATEWAY -> shown.carrierGatewayId(target).build();
            case LOCAL_GATEWAY -> shown.localGatewayId(target).build();
        };
    }

    private static String origin(Network.Route route) {
        if (route.target() == Network.RouteTarget.LOCAL) {
            return "createroutetable";
        }
        return route.propagated() ? "enablevgwroutepropagation" : "createroute";
    }

    private static @Nullable PortRange ports(Network.TrafficMatch match) {
        boolean ported = match.protocol() == PathQuestion.TCP || match.protocol() == PathQuestion.UDP;
        return ported && match.from() != ANY
                ? PortRange.builder().from(match.from()).to(match.to()).build()
                : null;
    }

    private static String protocol(Network.TrafficMatch match) {
        return switch (match.protocol()) {
            case ANY -> "all";
            case 1 -> "icmp";
            case PathQuestion.TCP -> "tcp";
            case PathQuestion.UDP -> "udp";
            case 58 -> "icmpv6";
            default -> String.valueOf(match.protocol());
        };
    }
}

package io.vpclocal.analysis.accessscope;

import io.vpclocal.analysis.reach.HeaderFilter;
import io.vpclocal.analysis.reach.PathQuestion;
import io.vpclocal.analysis.reach.Ranges;
import io.vpclocal.traffic.address.Cidr;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AccessScopePath;
import software.amazon.awssdk.services.ec2.model.PacketHeaderStatement;
import software.amazon.awssdk.services.ec2.model.PathStatement;
import software.amazon.awssdk.services.ec2.model.ResourceStatement;

/** Evaluates the statements of an access scope for ends, packets and components of paths. */
final class Statements {

    private final Function<String, List<Cidr>> prefixLists;

    /** @param prefixLists the entries of a prefix list, by id */
    Statements(Function<String, List<Cidr>> prefixLists) {
        this.prefixLists = prefixLists;
    }

    /** The id in an ARN of EC2; other ARNs, and ids, as they are. */
    static String id(String resource) {
        return resource.startsWith("arn:") && !resource.contains(":loadbalancer/")
                ? resource.substring(resource.lastIndexOf('/') + 1)
                : resource;
    }

    /** Whether a statement matches an end. Without a statement every end matches. */
    static boolean means(@Nullable PathStatement side, End end) {
        ResourceStatement statement = side == null ? null : side.resourceStatement();
        if (statement == null) {
            return true;
        }
        return statement.hasResources()
                ? statement.resources().stream().map(Statements::id).anyMatch(end.ids()::contains)
                : statement.resourceTypes().contains(end.type());
    }

    /** Whether a statement names peering connections. They are analyzed only then. */
    static boolean namesPeering(@Nullable PathStatement side) {
        ResourceStatement statement = side == null ? null : side.resourceStatement();
        return statement != null
                && (statement.resourceTypes().contains("AWS::EC2::VPCPeeringConnection")
                        || statement.resources().stream().anyMatch(one -> id(one).startsWith("pcx-")));
    }

    /** The packets that the statement of one end selects. */
    HeaderFilter filter(@Nullable PathStatement side) {
        PacketHeaderStatement header = side == null ? null : side.packetHeaderStatement();
        if (header == null) {
            return HeaderFilter.ANY;
        }
        return HeaderFilter.blocks(
                blocks(header.sourceAddresses(), header.sourcePrefixLists()),
                blocks(header.destinationAddresses(), header.destinationPrefixLists()),
                ports(header.sourcePorts()),
                ports(header.destinationPorts()));
    }

    static boolean about(@Nullable PathStatement side, int protocol) {
        PacketHeaderStatement header = side == null ? null : side.packetHeaderStatement();
        String name = protocol == PathQuestion.TCP ? "tcp" : "udp";
        return header == null
                || !header.hasProtocols()
                || header.protocolsAsStrings().contains(name);
    }

    /** Whether the components of a path match all through statements. */
    static Predicate<Set<String>> through(AccessScopePath path) {
        return components -> path.throughResources().stream()
                .map(through -> through.resourceStatement())
                .allMatch(statement -> statement == null || components.stream().anyMatch(id -> through(statement, id)));
    }

    private static boolean through(ResourceStatement statement, String component) {
        if (statement.hasResources()) {
            return statement.resources().stream().map(Statements::id).anyMatch(component::equals);
        }
        return statement.resourceTypes().stream().anyMatch(type -> component.startsWith(prefix(type)));
    }

    private static String prefix(String type) {
        return switch (type) {
            case "AWS::EC2::NatGateway" -> "nat-";
            case "AWS::EC2::VPCEndpoint" -> "vpce-";
            case "AWS::EC2::VPCEndpointService" -> "vpce-svc-";
            case "AWS::EC2::VPCPeeringConnection" -> "pcx-";
            case "AWS::ElasticLoadBalancingV2::LoadBalancer" -> "arn:";
            case "AWS::EC2::TransitGatewayAttachment" -> "tgw-attach-";
            default -> "nothing of type " + type;
        };
    }

    private @Nullable Ranges blocks(List<String> addresses, List<String> lists) {
        if (addresses.isEmpty() && lists.isEmpty()) {
            return null;
        }
        Ranges all = Ranges.ofAll(addresses.stream().map(Cidr::parse).toList());
        for (String list : lists) {
            all = all.plus(Ranges.ofAll(prefixLists.apply(id(list))));
        }
        return all;
    }

    private static @Nullable Ranges ports(List<String> texts) {
        if (texts.isEmpty()) {
            return null;
        }
        Ranges all = Ranges.NONE;
        for (String text : texts) {
            String[] ends = text.split("-", 2);
            int from = Integer.parseInt(ends[0]);
            all = all.plus(Ranges.of(from, ends.length == 2 ? Integer.parseInt(ends[1]) : from));
        }
        return all;
    }
}

package io.vpclocal.analysis.accessscope;

import static io.vpclocal.protocol.Params.requireAny;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.traffic.address.Cidr;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AccessScopePath;
import software.amazon.awssdk.services.ec2.model.AccessScopePathRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsAccessScopeRequest;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeContent;
import software.amazon.awssdk.services.ec2.model.PacketHeaderStatement;
import software.amazon.awssdk.services.ec2.model.PacketHeaderStatementRequest;
import software.amazon.awssdk.services.ec2.model.PathStatement;
import software.amazon.awssdk.services.ec2.model.PathStatementRequest;
import software.amazon.awssdk.services.ec2.model.ResourceStatement;
import software.amazon.awssdk.services.ec2.model.ResourceStatementRequest;
import software.amazon.awssdk.services.ec2.model.ThroughResourcesStatement;

/** Validates a new access scope (AWS documentation, Network Access Analyzer guide: access scopes). */
final class ScopeReader {

    private static final int LARGEST_PORT = 65_535;

    /** Id prefixes of resources that can be an end of a path. */
    private static final Set<String> ENDS =
            Set.of("i", "igw", "eni", "sg", "subnet", "tgw-attach", "vpc", "vgw", "vpce-svc", "vpce", "pcx");

    private static final Set<String> MIDDLES = Set.of("nat", "tgw-attach", "vpce-svc", "vpce", "pcx");

    private static final Set<String> END_TYPES = Set.of(
            "AWS::EC2::InternetGateway",
            "AWS::EC2::TransitGatewayAttachment",
            "AWS::EC2::VPCEndpoint",
            "AWS::EC2::VPCEndpointService",
            "AWS::EC2::VPCPeeringConnection",
            "AWS::EC2::VPNGateway");

    private static final Set<String> MIDDLE_TYPES = Set.of(
            "AWS::EC2::NatGateway",
            "AWS::EC2::TransitGatewayAttachment",
            "AWS::EC2::VPCEndpoint",
            "AWS::EC2::VPCEndpointService",
            "AWS::EC2::VPCPeeringConnection",
            "AWS::ElasticLoadBalancing::LoadBalancer",
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "AWS::NetworkFirewall::NetworkFirewall");

    private static final Pattern ID = Pattern.compile("([a-z]+(?:-[a-z]+)?)-(?:[0-9a-f]{8}|[0-9a-f]{17})");
    private static final Pattern PORTS = Pattern.compile("\\d{1,5}(-\\d{1,5})?");
    private static final Pattern LIST = Pattern.compile("(arn:.+:prefix-list/)?pl-[0-9a-f]{8,17}");

    private ScopeReader() {}

    /** @throws AwsException if AWS would refuse it */
    static NetworkInsightsAccessScopeContent read(String id, CreateNetworkInsightsAccessScopeRequest request) {
        List<AccessScopePathRequest> match = requireAny(request.matchPaths(), "MatchPath");
        return NetworkInsightsAccessScopeContent.builder()
                .networkInsightsAccessScopeId(id)
                .matchPaths(match.stream().map(path -> path("MatchPath", path)).toList())
                .excludePaths(request.excludePaths().stream()
                        .map(path -> path("ExcludePath", path))
                        .toList())
                .build();
    }

    private static AccessScopePath path(String parameter, AccessScopePathRequest path) {
        if (path.source() == null && path.destination() == null && !path.hasThroughResources()) {
            throw ScopeErrors.emptyPath(parameter);
        }
        AccessScopePath.Builder read =
                AccessScopePath.builder().source(side(path.source())).destination(side(path.destination()));
        if (path.hasThroughResources()) {
            read.throughResources(path.throughResources().stream()
                    .map(through -> ThroughResourcesStatement.builder()
                            .resourceStatement(resources(through.resourceStatement(), MIDDLES, MIDDLE_TYPES))
                            .build())
                    .toList());
        }
        return read.build();
    }

    private static @Nullable PathStatement side(@Nullable PathStatementRequest side) {
        if (side == null) {
            return null;
        }
        if (side.resourceStatement() == null && side.packetHeaderStatement() == null) {
            throw ScopeErrors.emptyStatement("path statement");
        }
        return PathStatement.builder()
                .resourceStatement(resources(side.resourceStatement(), ENDS, END_TYPES))
                .packetHeaderStatement(header(side.packetHeaderStatement()))
                .build();
    }

    private static @Nullable ResourceStatement resources(
            @Nullable ResourceStatementRequest statement, Set<String> kinds, Set<String> types) {
        if (statement == null) {
            return null;
        }
        if (statement.hasResources() && statement.hasResourceTypes()) {
            throw ScopeErrors.idsAndTypes();
        }
        if (statement.resources().isEmpty() && statement.resourceTypes().isEmpty()) {
            throw ScopeErrors.emptyStatement("ResourceStatement");
        }
        statement.resources().forEach(resource -> requireResource(resource, kinds));
        statement.resourceTypes().stream()
                .filter(type -> !types.contains(type))
                .findFirst()
                .ifPresent(type -> {
                    throw ScopeErrors.notAType(type);
                });
        ResourceStatement.Builder read = ResourceStatement.builder();
        return statement.hasResources()
                ? read.resources(statement.resources()).build()
                : read.resourceTypes(statement.resourceTypes()).build();
    }

    private static void requireResource(String resource, Set<String> kinds) {
        boolean balancer = resource.startsWith("arn:") && resource.contains(":loadbalancer/") && kinds == MIDDLES;
        Matcher id = ID.matcher(Statements.id(resource));
        if (!balancer && (!id.matches() || !kinds.contains(id.group(1)))) {
            throw ScopeErrors.notAResource(resource);
        }
    }

    private static @Nullable PacketHeaderStatement header(@Nullable PacketHeaderStatementRequest header) {
        if (header == null) {
            return null;
        }
        requireHeader(header);
        PacketHeaderStatement.Builder read = PacketHeaderStatement.builder();
        if (header.hasSourceAddresses()) {
            read.sourceAddresses(header.sourceAddresses());
        }
        if (header.hasDestinationAddresses()) {
            read.destinationAddresses(header.destinationAddresses());
        }
        if (header.hasSourcePorts()) {
            read.sourcePorts(header.sourcePorts());
        }
        if (header.hasDestinationPorts()) {
            read.destinationPorts(header.destinationPorts());
        }
        if (header.hasSourcePrefixLists()) {
            read.sourcePrefixLists(header.sourcePrefixLists());
        }
        if (header.hasDestinationPrefixLists()) {
            read.destinationPrefixLists(header.destinationPrefixLists());
        }
        return header.hasProtocols()
                ? read.protocolsWithStrings(header.protocolsAsStrings()).build()
                : read.build();
    }

    private static void requireHeader(PacketHeaderStatementRequest header) {
        if (header.equals(PacketHeaderStatementRequest.builder().build())) {
            throw ScopeErrors.emptyStatement("PacketHeaderStatement");
        }
        if (header.hasSourceAddresses() && header.hasSourcePrefixLists()) {
            throw ScopeErrors.listAndAddresses("Source");
        }
        if (header.hasDestinationAddresses() && header.hasDestinationPrefixLists()) {
            throw ScopeErrors.listAndAddresses("Destination");
        }
        header.sourceAddresses().forEach(ScopeReader::requireBlock);
        header.destinationAddresses().forEach(ScopeReader::requireBlock);
        header.sourcePorts().forEach(ScopeReader::requirePorts);
        header.destinationPorts().forEach(ScopeReader::requirePorts);
        header.sourcePrefixLists().forEach(ScopeReader::requireList);
        header.destinationPrefixLists().forEach(ScopeReader::requireList);
    }

    private static void requireBlock(String text) {
        boolean valid;
        try {
            valid = !Cidr.parse(text).base().isV6();
        } catch (IllegalArgumentException e) {
            valid = false;
        }
        if (!valid) {
            throw ScopeErrors.notABlock(text);
        }
    }

    private static void requirePorts(String text) {
        boolean valid = PORTS.matcher(text).matches();
        String[] ends = text.split("-", -1);
        for (String end : valid ? ends : new String[0]) {
            valid &= Integer.parseInt(end) <= LARGEST_PORT;
        }
        if (!valid || ends.length == 2 && Integer.parseInt(ends[0]) > Integer.parseInt(ends[1])) {
            throw ScopeErrors.notAPort(text);
        }
    }

    private static void requireList(String text) {
        if (!LIST.matcher(text).matches()) {
            throw ScopeErrors.notAPrefixList(text);
        }
    }
}

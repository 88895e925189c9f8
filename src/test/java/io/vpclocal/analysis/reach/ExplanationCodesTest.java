package io.vpclocal.analysis.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Lands;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.engine.PrivateLink;
import io.vpclocal.traffic.engine.StopCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.ec2.model.Explanation;

/**
 * A network for each explanation code (AWS documentation, Reachability Analyzer guide: explanation codes). Which members
 * come with a code is UNVERIFIED for most; each has at least one.
 */
class ExplanationCodesTest {

    private static final PathEnd A = eni("eni-a");
    private static final PathEnd B = eni("eni-b");
    private static final PathEnd C = eni("eni-c");
    private static final PathEnd D = eni("eni-d");
    private static final PathEnd VPN = new PathEnd.VpnGateway("vgw-1", "vpc-1");
    private static final PathEnd GATEWAY = new PathEnd.InternetGateway("igw-1", "vpc-1");
    private static final PathEnd S3 = new PathEnd.GatewayEndpoint("vpce-1", "vpc-1", "pl-1");

    static Stream<Arguments> codes() {
        return Stream.of(
                of("ENI_SG_RULES_MISMATCH", lands().groups("sg-open", "sg-none"), tcp(A, B, 443)),
                of("SG_HAS_NO_RULES", lands().groups("sg-none", "sg-open"), tcp(A, B, 443)),
                of("SUBNET_ACL_RESTRICTION", lands().deny("acl-public", false, 443, 443), tcp(A, B, 443)),
                of("NO_ROUTE_TO_DESTINATION", lands(), tcp(A, GATEWAY, 443)),
                of(
                        "CANNOT_ROUTE",
                        lands().route("rtb-main", "52.0.0.0/8", RouteTarget.INTERNET_GATEWAY, "igw-1"),
                        filter(A, GATEWAY, null, "8.8.8.8")),
                of(
                        "MORE_SPECIFIC_ROUTE",
                        lands().route("rtb-public", "8.8.0.0/16", RouteTarget.LOCAL_GATEWAY, "lgw-1"),
                        filter(B, GATEWAY, null, "8.8.8.8")),
                of(
                        "HIGHER_PRIORITY_ROUTE",
                        lands().gatewayEndpoint()
                                .routeToList("rtb-main", "pl-1", RouteTarget.GATEWAY_ENDPOINT, "vpce-1")
                                .route("rtb-main", "52.216.0.0/15", RouteTarget.LOCAL_GATEWAY, "lgw-1"),
                        tcp(A, S3, 443)),
                of("BAD_STATE_ROUTE", lands().blackhole("rtb-main", "0.0.0.0/0"), tcp(A, GATEWAY, 443)),
                of("VPC_LOCAL_ROUTE_CIDR_RESTRICTION", lands(), filter(A, B, null, "10.77.0.5")),
                of("BAD_STATE", lands().with(parts -> parts.stopped("eni-b")), tcp(A, B, 443)),
                of("ENI_SOURCE_DEST_CHECK_RESTRICTION", lands(), filter(A, B, "10.0.1.77", null)),
                of("FILTER_AT_SOURCE_SOURCE_ADDRESS", lands(), filter(A, B, "10.0.1.77", null)),
                of("FILTER_AT_SOURCE_DESTINATION_ADDRESS", lands(), filter(A, B, null, "10.0.0.77")),
                of("ENI_ADDRESS_RESTRICTION", lands(), filter(A, B, null, "10.0.0.77")),
                of("UNKNOWN_DESTINATION", lands(), tcp(A, address("10.0.2.77"), 443)),
                of(
                        "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
                        lands().route("rtb-main", "0.0.0.0/0", RouteTarget.INTERNET_GATEWAY, "igw-1"),
                        tcp(A, GATEWAY, 443)),
                of("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS", lands(), tcp(GATEWAY, A, 443)),
                of("IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS", lands(), tcp(B, address("192.168.7.7"), 443)),
                of("IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS", lands(), tcp(B, address("100.64.7.7"), 443)),
                of("IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS", lands(), filter(GATEWAY, B, "192.168.7.7", null)),
                of("IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS", lands(), filter(GATEWAY, B, "100.64.7.7", null)),
                of("IGW_EXPECTS_PUBLIC_ADDRESS", lands(), filter(GATEWAY, B, "192.168.7.7", null)),
                of(
                        "GATEWAY_REJECTS_SPOOFED_TRAFFIC",
                        lands().block("44.0.0.0/16"),
                        filter(GATEWAY, B, "44.0.0.9", null)),
                of("IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS", lands().second(false), tcp(GATEWAY, C, 443)),
                of(
                        "IGW_NAT_REFLECTION",
                        lands().nat().route("rtb-main", "0.0.0.0/0", RouteTarget.NAT_GATEWAY, "nat-1"),
                        filter(A, B, null, "198.51.100.1")),
                of("VPC_BLOCK_PUBLIC_ACCESS_ENABLED", lands().blocked(), tcp(GATEWAY, B, 443)),
                of("VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS", onPremises(), filter(A, VPN, "10.0.1.77", null)),
                of("VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS", onPremises(), filter(VPN, B, null, "10.0.0.77")),
                of("GATEWAY_REJECTS_SPOOFED_TRAFFIC", onPremises(), filter(VPN, A, "10.0.0.77", null)),
                of("NO_ROUTE_TO_DESTINATION", onPremises(), tcp(VPN, B, 443)),
                of("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR", transit(), tcp(A, D, 443)),
                of(
                        "MORE_SPECIFIC_ROUTE",
                        natted().route("rtb-main", "8.8.0.0/16", RouteTarget.LOCAL_GATEWAY, "lgw-1"),
                        filter(A, GATEWAY, null, "8.8.8.8")),
                of("NO_POSSIBLE_DESTINATION", lands().nat(), tcp(A, eni("eni-nat-1"), 443)),
                of("NGW_REQUIRES_SOURCE_IN_VPC", lands().nat().second(true), tcp(C, eni("eni-nat-1"), 443)),
                of("NGW_SOURCE_ADDRESS_REASSIGN", natted(), atDestination("10.0.1.5", null, null)),
                of("NGW_DEST_ADDRESS_PRESERVATION", natted(), atDestination(null, "9.9.9.9", null)),
                of("FILTER_AT_DESTINATION_SOURCE_ADDRESS", natted(), atDestination("10.0.1.5", null, null)),
                of("FILTER_AT_DESTINATION_DESTINATION_ADDRESS", natted(), atDestination(null, "9.9.9.9", null)),
                of("REMAP_EPHEMERAL_PORT", natted(), atDestination(null, null, Ranges.of(1, 1000))),
                of("FILTER_AT_DESTINATION_SOURCE_PORT_RANGE", natted(), atDestination(null, null, Ranges.of(1, 1000))),
                of("FILTER_AT_DESTINATION_DESTINATION_PORT_RANGE", lands(), toPortAtDestination()),
                of("FILTER_AT_SOURCE_DESTINATION_PORT_RANGE", narrow(), ports(null, Ranges.of(80, 90))),
                of(
                        "FILTER_AT_SOURCE_SOURCE_PORT_RANGE",
                        lands().deny("acl-public", true, 1, 1000),
                        ports(Ranges.of(5, 9), null)),
                of("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR", peered(), tcp(A, address("10.8.0.5"), 443)),
                of("DISCONNECTED_VPCS", lands().second(false), tcp(A, C, 443)),
                of("VPCE_GATEWAY_PROTOCOL_RESTRICTION", withS3(), udp(A, S3)),
                of("VPCE_INTRA_VPC_TRAFFIC", lands().interfaceEndpoint(), tcp(eni("eni-e"), A, 443)),
                of("VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION", withS3(), filter(S3, A, "8.8.8.8", null)),
                of(
                        "SG_REFERENCES_NOT_PRESERVED",
                        lands().appliance()
                                .route("rtb-main", "10.0.0.0/24", RouteTarget.NETWORK_INTERFACE, "eni-f")
                                .admitting("sg-b", "sg-open")
                                .groups("sg-open", "sg-b"),
                        tcp(A, B, 443)),
                of("COMPONENT_FILTER_RESTRICTION", lands(), through(Set.of("nat-1"), Set.of())),
                of("COMPONENT_FILTER_RESTRICTION_REMOVED_COMPONENT", lands(), through(Set.of(), Set.of("acl-one"))),
                of("UNASSOCIATED_COMPONENT", lands(), tcp(A, new PathEnd.Interfaces("i-1", List.of(), false), 443)),
                of("NO_PATH", lands(), tcp(A, A, 443)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("codes")
    void aNetworkWithoutThePathIsExplained(String code, Lands lands, PathQuestion question) {
        Terrain terrain = Terrain.alone(lands.build(), new Scope("123456789012", "us-east-1"));
        Answer answer = new Analyzer(terrain, Components.nameless()).answer(question);
        assertThat(answer.found()).isFalse();
        assertThat(answer.explanations())
                .extracting(Explanation::explanationCode)
                .contains(code);
        assertThat(ExplanationCode.valueOf(code).missing()).as("COVERAGE").isNull();
        assertThat(answer.explanations())
                .filteredOn(explanation -> !explanation.explanationCode().equals("NO_PATH")
                        && !explanation.explanationCode().equals("IGW_NAT_REFLECTION"))
                .allSatisfy(explanation -> assertThat(explanation)
                        .isNotEqualTo(Explanation.builder()
                                .explanationCode(explanation.explanationCode())
                                .build()));
    }

    static Stream<Arguments> closings() {
        return Stream.of(
                Arguments.of("BAD_STATE", StopCode.ENDPOINT_NOT_AVAILABLE),
                Arguments.of("VPCE_SERVICE_NOT_INSTALLED_IN_AZ", StopCode.VPCE_SERVICE_NOT_INSTALLED_IN_AZ),
                Arguments.of("ELBV2_LISTENERS_MISMATCH", StopCode.ELBV2_LISTENERS_MISMATCH),
                Arguments.of("ELBV2_NO_TARGETS_IN_AZ", StopCode.ELBV2_NO_TARGETS_IN_AZ),
                Arguments.of("ELBV2_LISTENER_HAS_NO_TG", StopCode.NO_HEALTHY_TARGET));
    }

    /** Obstacles behind an endpoint of a hosted service. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("closings")
    void anUnreachableServiceIsExplained(String code, StopCode closed) {
        NetworkSnapshot network = lands().interfaceEndpoint().build();
        String balancer = "arn:aws:elasticloadbalancing:us-east-1:210987654321:loadbalancer/net/lb/0123456789abcdef";
        Hop hop = new Hop(Hop.Stage.LOAD_BALANCER, Hop.Decision.DENY, balancer, "use1-az1", "closed");
        Scope scope = new Scope("123456789012", "us-east-1");
        Terrain terrain =
                Terrain.alone(network, scope, (inside, endpoint, at, packet) -> new PrivateLink.Closed(closed, hop));
        Answer answer = new Analyzer(terrain, Components.nameless()).answer(tcp(A, eni("eni-e"), 443));
        assertThat(answer.explanations())
                .extracting(Explanation::explanationCode)
                .containsExactly(code);
        assertThat(ExplanationCode.valueOf(code).missing()).isNull();
    }

    private static Arguments of(String code, Lands lands, PathQuestion question) {
        return Arguments.of(code, lands, question);
    }

    private static Lands lands() {
        return new Lands();
    }

    private static PathEnd eni(String id) {
        return new PathEnd.Interfaces(id, List.of(id), false);
    }

    private static PathEnd address(String text) {
        return new PathEnd.Address(IpAddress.parse(text));
    }

    private static PathQuestion tcp(PathEnd from, PathEnd to, int port) {
        return question(from, to, new HeaderFilter(null, null, null, Ranges.of(port, port)), HeaderFilter.ANY);
    }

    private static PathQuestion udp(PathEnd from, PathEnd to) {
        return new PathQuestion(from, to, PathQuestion.UDP, HeaderFilter.ANY, HeaderFilter.ANY, Set.of(), Set.of());
    }

    private static PathQuestion question(PathEnd from, PathEnd to, HeaderFilter atSource, HeaderFilter atDestination) {
        return new PathQuestion(from, to, PathQuestion.TCP, atSource, atDestination, Set.of(), Set.of());
    }

    private static PathQuestion filter(
            PathEnd from, PathEnd to, @Nullable String source, @Nullable String destination) {
        return question(from, to, new HeaderFilter(ip(source), null, ip(destination), null), HeaderFilter.ANY);
    }

    private static PathQuestion ports(@Nullable Ranges from, @Nullable Ranges to) {
        return question(A, B, new HeaderFilter(null, from, null, to), HeaderFilter.ANY);
    }

    private static PathQuestion through(Set<String> in, Set<String> out) {
        return new PathQuestion(A, B, PathQuestion.TCP, HeaderFilter.ANY, HeaderFilter.ANY, in, out);
    }

    private static PathQuestion atDestination(
            @Nullable String source, @Nullable String destination, @Nullable Ranges ports) {
        return question(
                A,
                GATEWAY,
                new HeaderFilter(null, null, ip("8.8.8.8"), null),
                new HeaderFilter(ip(source), ports, ip(destination), null));
    }

    private static PathQuestion toPortAtDestination() {
        return question(
                A,
                B,
                new HeaderFilter(null, null, null, Ranges.of(443, 443)),
                new HeaderFilter(null, null, null, Ranges.of(80, 80)));
    }

    private static @Nullable IpAddress ip(@Nullable String text) {
        return text == null ? null : IpAddress.parse(text);
    }

    private static Lands natted() {
        return lands().nat().route("rtb-main", "0.0.0.0/0", RouteTarget.NAT_GATEWAY, "nat-1");
    }

    private static Lands onPremises() {
        return lands().with(parts -> parts.add(new Network.VpnGateway("vgw-1", "vpc-1")))
                .route("rtb-main", "192.168.0.0/16", RouteTarget.VIRTUAL_PRIVATE_GATEWAY, "vgw-1");
    }

    private static Lands transit() {
        return lands().second(true)
                .third()
                .route("rtb-main", "10.10.0.0/16", RouteTarget.VPC_PEERING_CONNECTION, "pcx-1");
    }

    private static Lands narrow() {
        return lands().group("sg-web", "0.0.0.0/0", 443).groups("sg-open", "sg-web");
    }

    private static Lands withS3() {
        return lands().gatewayEndpoint().routeToList("rtb-main", "pl-1", RouteTarget.GATEWAY_ENDPOINT, "vpce-1");
    }

    private static Lands peered() {
        return lands().second(true).route("rtb-main", "10.8.0.0/16", RouteTarget.VPC_PEERING_CONNECTION, "pcx-1");
    }
}

package io.vpclocal.traffic.engine;

import static io.vpclocal.traffic.engine.Lab.actions;
import static io.vpclocal.traffic.engine.Lab.cidr;
import static io.vpclocal.traffic.engine.Lab.in;
import static io.vpclocal.traffic.engine.Lab.list;
import static io.vpclocal.traffic.engine.Lab.out;
import static io.vpclocal.traffic.engine.Lab.tcp;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.traffic.address.Cidr;
import io.vpclocal.traffic.engine.EndpointPolicyCheck.ApiCall;
import io.vpclocal.traffic.engine.EndpointPolicyCheck.Decision;
import io.vpclocal.traffic.engine.Network.AwsService;
import io.vpclocal.traffic.engine.Network.PrefixList;
import io.vpclocal.traffic.engine.Network.Route;
import io.vpclocal.traffic.engine.Network.RouteTarget;
import io.vpclocal.traffic.engine.Network.VpcEndpoint;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traffic to AWS services and the infrastructure of AWS (AWS documentation: PrivateLink guide, VPC User Guide). */
class EndpointTrafficTest {

    private static final String S3 = "com.amazonaws.us-east-1.s3";
    private static final String KMS = "com.amazonaws.us-east-1.kms";

    private static Lab withGatewayEndpoint() {
        Lab lab = new Lab()
                .group("sg-s3", out("sgr-s3", tcp(443, 443), list("pl-s3")))
                .eni("eni-a", "one", "10.0.1.5", "sg-s3")
                .with(parts -> parts.add(new PrefixList("pl-s3", List.of(Cidr.parse("52.216.0.0/15"))))
                        .add(new VpcEndpoint("vpce-s3", "vpc-1", S3, "pl-s3", List.of(), false))
                        .add(new AwsService(S3, "S3", List.of(), "pl-s3")));
        lab.route("rtb-main", new Route(list("pl-s3"), RouteTarget.GATEWAY_ENDPOINT, "vpce-s3", false, false));
        return lab;
    }

    private static Flow toService(String service) {
        return Flow.tcp(Flow.networkInterface("eni-a"), Flow.service(service), 40000, 443);
    }

    @Test
    void prefixListRouteLeadsToTheGatewayEndpoint() {
        NetworkSnapshot network = withGatewayEndpoint().build();

        FlowVerdict verdict = Evaluator.evaluate(network, toService(S3));

        assertThat(verdict.allowed()).isTrue();
        assertThat(actions(verdict)).containsExactly("eni-a egress ACCEPT", "eni-a ingress ACCEPT");
        assertThat(verdict.observations().get(0).trafficPath()).isEqualTo(7);
        assertThat(network.addressRangeCode(verdict.request().packet().destination()))
                .isEqualTo("S3");
    }

    @Test
    void gatewayEndpointCarriesNoUdp() {
        Lab lab = withGatewayEndpoint().group("sg-s3", out("sgr", Lab.ALL, cidr("0.0.0.0/0")));

        FlowVerdict verdict =
                lab.evaluate(Flow.udp(Flow.networkInterface("eni-a"), Flow.address("52.216.0.1"), 40000, 443));

        assertThat(Lab.stop(verdict).code()).isEqualTo(StopCode.VPCE_GATEWAY_PROTOCOL_RESTRICTION);
    }

    // Endpoint policies are about calls, not packets: the refusal comes back as an answer
    @Test
    void endpointPolicyRefusesTheCallButNotThePackets() {
        Lab lab = withGatewayEndpoint()
                .with(parts -> parts.endpointPolicies((endpoint, call) ->
                        new Decision(call.action().equals("s3:GetObject"), "statement OnlyGet of " + endpoint.id())));
        NetworkSnapshot network = lab.build();

        FlowVerdict put = Evaluator.evaluate(
                network, toService(S3).calling(new ApiCall("s3:PutObject", "arn:aws:iam::1:user/a", null)));

        assertThat(put.request().arrived()).isTrue();
        assertThat(Lab.reply(put).arrived()).isTrue();
        assertThat(put.allowed()).isFalse();
        assertThat(Lab.stop(put).reason())
                .isEqualTo("the policy of vpce-s3 does not allow it: statement OnlyGet of vpce-s3");
        assertThat(Evaluator.evaluate(
                                network,
                                toService(S3).calling(new ApiCall("s3:GetObject", "arn:aws:iam::1:user/a", null)))
                        .allowed())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true,true,10.0.1.9", "false,true,54.239.0.1", "true,false,54.239.0.1"})
    void serviceNameResolvesToTheEndpoint_whenPrivateDnsIsOn(boolean privateDns, boolean dns, String expected) {
        Lab lab = new Lab()
                .group("sg-vpce", in("sgr-443", tcp(443, 443), cidr("10.0.0.0/16")))
                .eni("eni-a", "one", "10.0.1.5", "sg-out")
                .eni("eni-far", "two", "vpc_endpoint", "10.0.2.9", null, true, "sg-vpce")
                .eni("eni-near", "one", "vpc_endpoint", "10.0.1.9", null, true, "sg-vpce")
                .service(KMS, "AMAZON", "54.239.0.0/16")
                .with(parts -> parts.add(
                        new VpcEndpoint("vpce-kms", "vpc-1", KMS, null, List.of("eni-far", "eni-near"), privateDns)));
        lab.dnsSupport = dns;

        FlowVerdict verdict = lab.evaluate(toService(KMS));

        assertThat(verdict.request().packet().destination()).hasToString(expected);
        assertThat(verdict.allowed()).isEqualTo(privateDns && dns);
    }

    @Test
    void endpointStartsNoConnection() {
        Lab lab = new Lab()
                .eni("eni-b", "one", "10.0.1.5", "sg-open")
                .eni("eni-vpce", "one", "vpc_endpoint", "10.0.1.9", null, true, "sg-open")
                .with(parts -> parts.add(new VpcEndpoint("vpce-kms", "vpc-1", KMS, null, List.of("eni-vpce"), true)));

        FlowVerdict verdict =
                lab.evaluate(Flow.tcp(Flow.networkInterface("eni-vpce"), Flow.networkInterface("eni-b"), 40000, 443));

        assertThat(Lab.stop(verdict).code()).isEqualTo(StopCode.VPCE_INTRA_VPC_TRAFFIC);
    }

    // AWS documentation, VPC User Guide: flow log limitations. None of it is filtered or seen, even with no rules at
    // all
    @ParameterizedTest
    @CsvSource({
        "10.0.0.2,17,40000,53,AMAZON_DNS",
        "169.254.169.253,17,40000,53,AMAZON_DNS",
        "169.254.169.254,6,40000,80,INSTANCE_METADATA",
        "169.254.169.123,17,40000,123,TIME_SYNC",
        "169.254.169.250,6,40000,1688,WINDOWS_ACTIVATION",
        "169.254.170.2,6,40000,80,TASK_METADATA",
        "10.0.1.1,17,68,67,DHCP",
        "10.0.1.1,1,0,0,VPC_ROUTER"
    })
    void infrastructureIsNeverCaptured(String address, int protocol, int from, int to, NotLoggedTraffic expected) {
        Lab lab = new Lab().eni("eni-a", "one", "10.0.1.5", "sg-none").clearAcl("acl-one");
        Flow.Endpoint source = Flow.networkInterface("eni-a");
        Flow.Endpoint target = Flow.address(address);
        Flow flow = protocol == 1
                ? Flow.icmpEcho(source, target)
                : protocol == 6 ? Flow.tcp(source, target, from, to) : Flow.udp(source, target, from, to);

        FlowVerdict verdict = lab.evaluate(flow);

        assertThat(verdict.notCaptured()).isEqualTo(expected);
        assertThat(verdict.observations()).isEmpty();
        assertThat(verdict.allowed()).isTrue();
    }

    @Test
    void endpointToLoadBalancerIsNeverCaptured() {
        Lab lab = new Lab()
                .eni("eni-vpce", "one", "vpc_endpoint", "10.0.1.9", null, true, "sg-none")
                .eni("eni-nlb", "two", "network_load_balancer", "10.0.2.9", null, true);

        FlowVerdict verdict =
                lab.evaluate(Flow.tcp(Flow.networkInterface("eni-vpce"), Flow.networkInterface("eni-nlb"), 40000, 443));

        assertThat(verdict.notCaptured()).isEqualTo(NotLoggedTraffic.ENDPOINT_TO_LOAD_BALANCER);
    }

    // AWS documentation, VPC User Guide: mirrored traffic is captured at its target only
    @Test
    void mirroredTrafficIsSeenAtItsTargetOnly() {
        Lab lab = new Lab().eni("eni-a", "one", "10.0.1.5", "sg-none").eni("eni-b", "two", "10.0.2.5", "sg-open");
        Flow copy = Flow.udp(Flow.networkInterface("eni-a"), Flow.networkInterface("eni-b"), 65001, 4789)
                .asMirrored()
                .withOutcome(Flow.Outcome.TIMED_OUT);

        assertThat(actions(lab.evaluate(copy))).containsExactly("eni-b ingress ACCEPT");
    }
}

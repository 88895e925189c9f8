package io.vpclocal.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.traffic.BalancedService;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.AnalysisComponent;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsPathRequest;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;

/**
 * Paths through load balancers and to endpoint services (AWS documentation, Reachability Analyzer guide: sources and
 * destinations, intermediate components, explanation codes). Which members come with a code is our guess.
 */
@EmulatorTest
class BalancedPathTest {

    @Autowired
    private Aws aws;

    private Provider provider;
    private String consumer;
    private BalancedService service;
    private String client;
    private String balancer;

    /** A client beside the load balancer, in its zone. The target's group admits the load balancer alone. */
    @BeforeEach
    void clientAndService() {
        provider = new Provider(aws);
        consumer = Aws.newAccount();
        service = new BalancedService(aws, provider, consumer);
        String group = BalancedService.group(provider, "client");
        client = provider.ec2
                .createNetworkInterface(r -> r.subnetId(provider.subnetIn('a')).groups(group))
                .networkInterface()
                .networkInterfaceId();
        balancer = service.balancerIn('a').get(1);
    }

    @Test
    void aLoadBalancerLeadsToItsTarget() {
        String path = path(r -> r.destination(service.instance).destinationPort(443));
        assertThat(Site.codes(analyze(path))).contains("ENI_SG_RULES_MISMATCH");
        service.allow(service.targetGroup, 8443, "0.0.0.0/0");
        NetworkInsightsAnalysis found = analyze(path);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .startsWith(client)
                .contains(id(service.balancerArn), service.targetGroup)
                .endsWith(service.target, service.instance);
    }

    @Test
    void aListenerThatDoesNotTakeThePacketIsNamed() {
        NetworkInsightsAnalysis port =
                analyze(path(r -> r.destination(service.instance).filterAtSource(f -> f.destinationAddress(balancer)
                        .destinationPortRange(p -> p.fromPort(80).toPort(80)))));
        assertThat(Site.codes(port)).containsSubsequence("ELBV2_LISTENERS_MISMATCH", "ELBV2_LISTENER_PORT_RESTRICTION");
        Explanation restriction = of(port, "ELBV2_LISTENER_PORT_RESTRICTION");
        assertThat(restriction.loadBalancerArn()).isEqualTo(service.balancerArn);
        assertThat(restriction.elasticLoadBalancerListener().arn()).contains(":listener/net/service/");
        assertThat(restriction.loadBalancerListenerPort()).isEqualTo(443);
        assertThat(restriction.port()).isEqualTo(80);
        assertThat(restriction.loadBalancerTargetGroup().arn()).isEqualTo(service.targetGroupArn);

        NetworkInsightsAnalysis protocol = analyze(provider.ec2
                .createNetworkInsightsPath(r -> r.source(client)
                        .destination(service.instance)
                        .protocol("udp")
                        .filterAtSource(f -> f.destinationAddress(balancer)
                                .destinationPortRange(p -> p.fromPort(443).toPort(443))))
                .networkInsightsPath()
                .networkInsightsPathId());
        assertThat(Site.codes(protocol)).contains("ELBV2_LISTENERS_MISMATCH", "PROTOCOL_RESTRICTION");
        assertThat(of(protocol, "PROTOCOL_RESTRICTION").protocols()).containsExactly("6");
    }

    @Test
    void aListenerWithoutTheDestinationAmongItsTargetsIsNamed() {
        service.allow(service.targetGroup, 8443, "0.0.0.0/0");
        String other = provider.ec2
                .createNetworkInterface(r -> r.subnetId(provider.subnetIn('a')).groups(service.targetGroup))
                .networkInterface()
                .networkInterfaceId();
        NetworkInsightsAnalysis analysis =
                analyze(path(r -> r.destination(other).filterAtSource(f -> f.destinationAddress(balancer)
                        .destinationPortRange(p -> p.fromPort(443).toPort(443)))));
        assertThat(Site.codes(analysis))
                .containsSubsequence("TARGET_ADDRESS_RESTRICTION", "ELBV2_LISTENER_REQUIRES_TG_ACCEPT");
        Explanation refusing = of(analysis, "ELBV2_LISTENER_REQUIRES_TG_ACCEPT");
        assertThat(refusing.loadBalancerTargetGroups())
                .extracting(AnalysisComponent::arn)
                .containsExactly(service.targetGroupArn);
        assertThat(refusing.destination().id()).isEqualTo(other);
    }

    @Test
    void aListenerWithoutTargetsIsNamed() {
        provider.elb.deregisterTargets(
                r -> r.targetGroupArn(service.targetGroupArn).targets(t -> t.id(service.instance)));
        NetworkInsightsAnalysis analysis =
                analyze(path(r -> r.destination(service.instance).filterAtSource(f -> f.destinationAddress(balancer)
                        .destinationPortRange(p -> p.fromPort(443).toPort(443)))));
        assertThat(of(analysis, "ELBV2_LISTENER_HAS_NO_TG")
                        .elasticLoadBalancerListener()
                        .arn())
                .contains(":listener/net/service/");
    }

    @Test
    void aLoadBalancerThatKeepsTheClientsAddressIsNamed() {
        service.allow(service.targetGroup, 8443, "0.0.0.0/0");
        NetworkInsightsAnalysis analysis = analyze(path(r -> r.destination(service.instance)
                .filterAtSource(f -> f.destinationAddress(balancer)
                        .destinationPortRange(p -> p.fromPort(443).toPort(443)))
                .filterAtDestination(f -> f.sourceAddress(balancer))));
        assertThat(Site.codes(analysis))
                .containsExactly("FILTER_AT_DESTINATION_SOURCE_ADDRESS", "ELBV2_SOURCE_ADDRESS_PRESERVATION");
    }

    @Test
    void aServiceIsAnEndOfPaths() {
        service.allow(service.targetGroup, 8443, "0.0.0.0/0");
        NetworkInsightsAnalysis from = analyze(provider.ec2
                .createNetworkInsightsPath(r -> r.source(service.service.serviceId())
                        .destination(service.instance)
                        .protocol("tcp")
                        .destinationPort(8443))
                .networkInsightsPath()
                .networkInsightsPathId());
        assertThat(from.networkPathFound()).as(from.explanations().toString()).isTrue();

        Site site = new Site(aws);
        provider.allow(service.service.serviceId(), site.account);
        site.allow(site.serverGroup, 443, "10.0.0.0/16");
        String endpoint = site.ec2
                .createVpcEndpoint(r -> r.vpcId(site.vpc)
                        .vpcEndpointType("Interface")
                        .serviceName(service.service.serviceName())
                        .subnetIds(site.publicSubnet)
                        .securityGroupIds(site.serverGroup))
                .vpcEndpoint()
                .vpcEndpointId();
        NetworkInsightsAnalysis to = site.analyze(site.path(site.client, endpoint, 443));
        assertThat(to.networkPathFound()).as(to.explanations().toString()).isTrue();
        assertThat(Site.components(to.forwardPathComponents()))
                .startsWith(site.client)
                .endsWith(endpoint);

        String byArn =
                "arn:aws:ec2:us-east-1:" + provider.account + ":vpc-endpoint-service/" + service.service.serviceId();
        String path = site.path(site.client, byArn, 443);
        assertThat(Site.codes(site.analyze(path))).containsExactly("UNKNOWN_RESOURCE");
        NetworkInsightsAnalysis found = analyze(site, path, provider.account);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();

        String behind = site.path(
                site.client, "arn:aws:ec2:us-east-1:" + provider.account + ":instance/" + service.instance, 443);
        NetworkInsightsAnalysis through = analyze(site, behind, provider.account);
        assertThat(through.networkPathFound())
                .as(through.explanations().toString())
                .isTrue();
        assertThat(Site.components(through.forwardPathComponents()))
                .startsWith(site.client)
                .contains(endpoint, id(service.balancerArn))
                .endsWith(service.instance);
    }

    @Test
    void aGatewayLoadBalancerSendsGeneve() {
        provider.gatewayBalancer("a");
        String source = provider.ec2
                .describeNetworkInterfaces(
                        r -> r.filters(f -> f.name("interface-type").values("gateway_load_balancer")))
                .networkInterfaces()
                .get(0)
                .networkInterfaceId();
        NetworkInsightsAnalysis analysis = analyze(provider.ec2
                .createNetworkInsightsPath(r -> r.source(source)
                        .destination(service.instance)
                        .protocol("tcp")
                        .destinationPort(80))
                .networkInsightsPath()
                .networkInsightsPathId());
        assertThat(Site.codes(analysis))
                .containsExactly("GWLB_PROTOCOL_RESTRICTION", "GWLB_DESTINATION_PORT_RESTRICTION");
        provider.ec2.authorizeSecurityGroupIngress(r -> r.groupId(service.targetGroup)
                .ipPermissions(
                        p -> p.ipProtocol("udp").fromPort(6081).toPort(6081).ipRanges(i -> i.cidrIp("0.0.0.0/0"))));
        NetworkInsightsAnalysis tunnel = analyze(provider.ec2
                .createNetworkInsightsPath(r -> r.source(source)
                        .destination(service.instance)
                        .protocol("udp")
                        .destinationPort(6081))
                .networkInsightsPath()
                .networkInsightsPathId());
        assertThat(tunnel.networkPathFound())
                .as(tunnel.explanations().toString())
                .isTrue();
    }

    private String path(Consumer<CreateNetworkInsightsPathRequest.Builder> more) {
        return provider.ec2
                .createNetworkInsightsPath(r -> {
                    r.source(client).protocol("tcp");
                    more.accept(r);
                })
                .networkInsightsPath()
                .networkInsightsPathId();
    }

    private NetworkInsightsAnalysis analyze(String path) {
        String id = provider.ec2
                .startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path))
                .networkInsightsAnalysis()
                .networkInsightsAnalysisId();
        return provider.ec2
                .describeNetworkInsightsAnalyses(r -> r.networkInsightsAnalysisIds(id))
                .networkInsightsAnalyses()
                .get(0);
    }

    private static NetworkInsightsAnalysis analyze(Site site, String path, String account) {
        return site.describe(site.ec2
                .startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path).additionalAccounts(List.of(account)))
                .networkInsightsAnalysis()
                .networkInsightsAnalysisId());
    }

    private static Explanation of(NetworkInsightsAnalysis analysis, String code) {
        return analysis.explanations().stream()
                .filter(one -> code.equals(one.explanationCode()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(analysis.explanations().toString()));
    }

    /** The id that analyses show for a load balancer. */
    private static String id(String balancerArn) {
        return balancerArn.split("/", -1)[2];
    }
}

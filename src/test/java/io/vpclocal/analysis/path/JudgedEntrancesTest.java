package io.vpclocal.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AlternatePathHint;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;

/**
 * Paths that enter a VPC through private gateways, and paths that end at endpoints and load balancers (AWS
 * documentation, Reachability Analyzer guide: source and destination resources, explanation codes).
 */
@EmulatorTest
class JudgedEntrancesTest extends JudgedNetwork {

    @Test
    void aVirtualPrivateGatewayIsASource() {
        String gateway =
                site.ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        String path = site.path(gateway, site.client, 22);
        assertThat(Site.codes(site.analyze(path))).containsExactly("UNASSOCIATED_COMPONENT");
        site.ec2.attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(site.vpc));
        site.allow(site.clientGroup, 22, "192.168.9.0/24");
        Explanation missing = only(site.analyze(site.path(site.client, gateway, 443)), "NO_ROUTE_TO_DESTINATION");
        assertThat(missing.routeTable().id()).isEqualTo(main);
        assertThat(missing.addresses()).as("the question names none").isEmpty();
        route(main, r -> r.destinationCidrBlock("192.168.0.0/16").gatewayId(gateway));

        NetworkInsightsAnalysis found = site.analyze(path);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .startsWith(gateway)
                .endsWith(site.clientGroup, site.client);
        assertThat(found.forwardPathComponents().get(0).outboundHeader().sourceAddresses())
                .containsExactly("192.168.9.0/24");
        assertThat(Site.components(found.returnPathComponents()))
                .startsWith(site.client, site.clientGroup)
                .endsWith(main, gateway);
        Explanation unused = only(
                site.analyze(site.path(
                        r -> r.source(gateway).protocol("tcp").filterAtSource(f -> f.destinationAddress("10.0.1.99")))),
                "VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS");
        assertThat(unused.vpnGateway().id()).isEqualTo(gateway);
    }

    /** The public subnet has no route back to the gateway. */
    @Test
    void anAnswerToOnPremisesNeedsARoute() {
        String gateway =
                site.ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        site.ec2.attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(site.vpc));
        site.allow(site.serverGroup, 443, "192.168.0.0/16");
        NetworkInsightsAnalysis analysis = site.analyze(site.path(gateway, site.server, 443));
        assertThat(Site.codes(analysis))
                .containsExactly("IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS", "NO_ROUTE_TO_DESTINATION");
        assertThat(analysis.explanations().get(1).routeTable().id()).isEqualTo(site.publicTable);
    }

    /** A peer outside of the analysis is a source; only the account that packets went to is suggested. */
    @Test
    void aPeeringConnectionWithAnUnknownVpcIsASource() {
        String near = peering(Aws.newAccount(), "us-east-1", "10.1.0.0/16");
        route(main, r -> r.destinationCidrBlock("10.1.0.0/16").vpcPeeringConnectionId(near));
        site.allow(site.clientGroup, 22, "10.1.0.0/16");
        NetworkInsightsAnalysis found = site.analyze(site.path(near, site.client, 22));
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .startsWith(near)
                .endsWith(site.client);
        assertThat(Site.components(found.returnPathComponents())).endsWith(main, near);

        String far = peering(site.account, "eu-west-1", "10.3.0.0/16");
        route(main, r -> r.destinationCidrBlock("10.3.0.0/16").vpcPeeringConnectionId(far));
        NetworkInsightsAnalysis abroad = site.analyze(site.path(
                r -> r.source(site.client).protocol("tcp").filterAtSource(f -> f.destinationAddress("10.3.0.5"))));
        assertThat(Site.codes(abroad)).containsExactly("NO_POSSIBLE_DESTINATION");
        assertThat(abroad.suggestedAccounts()).isEmpty();
    }

    private String peering(String account, String region, String cidr) {
        Ec2Client there = aws.ec2(Aws.root(account), Region.of(region));
        String vpc = there.createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId();
        String connection = site.ec2
                .createVpcPeeringConnection(r ->
                        r.vpcId(site.vpc).peerVpcId(vpc).peerOwnerId(account).peerRegion(region))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
        there.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(connection));
        return connection;
    }

    @Test
    void anEndpointWhoseConnectionIsNotAcceptedIsInABadState() {
        Provider provider = new Provider(aws);
        var service = provider.create(
                r -> r.networkLoadBalancerArns(provider.networkBalancer("a")).acceptanceRequired(true));
        provider.allow(service.serviceId(), site.account);
        String endpoint = site.ec2
                .createVpcEndpoint(r -> r.vpcId(site.vpc)
                        .vpcEndpointType("Interface")
                        .serviceName(service.serviceName())
                        .securityGroupIds(site.serverGroup)
                        .subnetIds(site.publicSubnet))
                .vpcEndpoint()
                .vpcEndpointId();
        site.allow(site.serverGroup, 443, "10.0.1.0/24");
        Explanation pending = only(site.analyze(site.path(site.client, endpoint, 443)), "BAD_STATE");
        assertThat(pending.vpcEndpoint().id()).isEqualTo(endpoint);
        assertThat(pending.state()).isEqualTo("pendingAcceptance");
    }

    /** The interface of a load balancer is an end like any other (our guess), and a load balancer is a hint. */
    @Test
    void aLoadBalancersInterfaceIsADestination() {
        var elb = aws.elb(site.account);
        site.allow(site.serverGroup, 443, "10.0.0.0/16");
        String balancer = elb.createLoadBalancer(
                        r -> r.name("inner").type("network").scheme("internal").subnets(site.publicSubnet))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
        String targets = elb.createTargetGroup(r -> r.name("inner")
                        .protocol("TCP")
                        .port(443)
                        .vpcId(site.vpc)
                        .targetType("ip"))
                .targetGroups()
                .get(0)
                .targetGroupArn();
        elb.registerTargets(r -> r.targetGroupArn(targets).targets(t -> t.id("10.0.0.5")));
        elb.createListener(
                r -> r.loadBalancerArn(balancer).protocol("TCP").port(443).defaultActions(a -> a.type("forward")
                        .targetGroupArn(targets)));
        String inner = site.ec2
                .describeNetworkInterfaces(r ->
                        r.filters(f -> f.name("interface-type").values("network_load_balancer"), f -> f.name("vpc-id")
                                .values(site.vpc)))
                .networkInterfaces()
                .get(0)
                .networkInterfaceId();
        NetworkInsightsAnalysis at = site.analyze(site.path(site.client, inner, 443));
        assertThat(at.networkPathFound()).as(at.explanations().toString()).isTrue();
        assertThat(Site.components(at.forwardPathComponents())).endsWith(inner);

        String path = site.path(site.client, site.server, 443);
        NetworkInsightsAnalysis direct = site.analyze(path);
        assertThat(direct.alternatePathHints())
                .extracting(AlternatePathHint::componentArn)
                .containsExactly(balancer);
        NetworkInsightsAnalysis without = site.describe(site.ec2
                .startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path).filterOutArns(List.of(balancer)))
                .networkInsightsAnalysis()
                .networkInsightsAnalysisId());
        assertThat(without.networkPathFound()).isTrue();
        assertThat(without.alternatePathHints()).isEmpty();
    }

    /** The gateway's route table leads to an appliance, and the answers would go straight to the gateway. */
    @Test
    void answersMustLeaveThroughTheApplianceToo() {
        String subnet = site.subnet("10.0.4.0/24", "us-east-1a");
        String group = site.group("firewall");
        site.ec2.authorizeSecurityGroupIngress(
                r -> r.groupId(group).ipPermissions(p -> p.ipProtocol("-1").ipRanges(i -> i.cidrIp("0.0.0.0/0"))));
        String firewall = site.networkInterface(subnet, "10.0.4.9", group);
        site.ec2.modifyNetworkInterfaceAttribute(
                r -> r.networkInterfaceId(firewall).sourceDestCheck(v -> v.value(false)));
        String address = site.ec2.allocateAddress(r -> r.domain("vpc")).allocationId();
        site.ec2.associateAddress(r -> r.allocationId(address).networkInterfaceId(firewall));
        String edge =
                site.ec2.createRouteTable(r -> r.vpcId(site.vpc)).routeTable().routeTableId();
        site.ec2.associateRouteTable(r -> r.routeTableId(edge).gatewayId(site.gateway));
        route(edge, r -> r.destinationCidrBlock("10.0.0.0/24").networkInterfaceId(firewall));
        site.allow(site.serverGroup, 443, "0.0.0.0/0");
        String path = site.path(site.gateway, site.server, 443);
        Explanation redirected = only(site.analyze(path), "INGRESS_RTB_TRAFFIC_REDIRECTION");
        assertThat(redirected.networkInterface().id()).isEqualTo(firewall);
        site.ec2.disassociateAddress(r -> r.associationId(site.ec2
                .describeAddresses(d -> d.allocationIds(address))
                .addresses()
                .get(0)
                .associationId()));
        site.ec2.deleteNetworkInterface(r -> r.networkInterfaceId(firewall));
        Explanation gone = only(site.analyze(path), "BAD_STATE_ROUTE");
        assertThat(gone.routeTable().id()).isEqualTo(edge);
    }

    /** As for internet gateways, but the appliance needs no public address (VPC User Guide, "Gateway route tables"). */
    @Test
    void theRouteTableOfAVirtualPrivateGatewayLeadsToAnAppliance() {
        String gateway =
                site.ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        site.ec2.attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(site.vpc));
        route(site.publicTable, r -> r.destinationCidrBlock("192.168.0.0/16").gatewayId(gateway));
        String subnet = site.subnet("10.0.4.0/24", "us-east-1a");
        String behind = table(subnet);
        route(behind, r -> r.destinationCidrBlock("192.168.0.0/16").gatewayId(gateway));
        String group = site.group("firewall");
        site.ec2.authorizeSecurityGroupIngress(
                r -> r.groupId(group).ipPermissions(p -> p.ipProtocol("-1").ipRanges(i -> i.cidrIp("0.0.0.0/0"))));
        String firewall = site.networkInterface(subnet, "10.0.4.9", group);
        site.ec2.modifyNetworkInterfaceAttribute(
                r -> r.networkInterfaceId(firewall).sourceDestCheck(v -> v.value(false)));
        String edge =
                site.ec2.createRouteTable(r -> r.vpcId(site.vpc)).routeTable().routeTableId();
        site.ec2.associateRouteTable(r -> r.routeTableId(edge).gatewayId(gateway));
        route(edge, r -> r.destinationCidrBlock("10.0.0.0/24").networkInterfaceId(firewall));
        site.allow(site.serverGroup, 443, "0.0.0.0/0");
        String in = site.path(gateway, site.server, 443);

        Explanation redirected = only(site.analyze(in), "INGRESS_RTB_TRAFFIC_REDIRECTION");
        assertThat(redirected.networkInterface().id()).isEqualTo(firewall);
        assertThat(redirected.vpnGateway().id()).isEqualTo(gateway);
        assertThat(redirected.internetGateway()).isNull();
        assertThat(redirected.ingressRouteTable().id()).isEqualTo(edge);
        only(site.analyze(site.path(site.server, gateway, 443)), "INGRESS_RTB_TRAFFIC_REDIRECTION");

        String servers = table(site.publicSubnet);
        route(servers, r -> r.destinationCidrBlock("192.168.0.0/16").networkInterfaceId(firewall));
        NetworkInsightsAnalysis found = site.analyze(in);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .startsWith(gateway, edge)
                .contains(firewall)
                .endsWith(site.serverGroup, site.server);
        assertThat(Site.components(found.returnPathComponents()))
                .contains(firewall)
                .endsWith(gateway);

        site.ec2.deleteNetworkInterface(r -> r.networkInterfaceId(firewall));
        assertThat(Site.codes(site.analyze(in))).contains("BAD_STATE_ROUTE");
    }
}

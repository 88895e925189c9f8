package io.vpclocal.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.AnalysisComponent;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * Networks as people build them, and what Reachability Analyzer says of each (AWS documentation, Reachability Analyzer
 * guide: how it works, explanation codes, additional detail codes; VPC User Guide: route tables, NAT gateways, gateway
 * endpoints, peering, Block Public Access).
 */
@EmulatorTest
class JudgedNetworksTest {

    @Autowired
    private Aws aws;

    private Site site;
    private String main;

    @BeforeEach
    void newSite() {
        site = new Site(aws);
        main = main(site.vpc);
    }

    @Test
    void eachZoneHasItsNatGateway() {
        String near = nat(site.publicSubnet);
        String farSubnet = site.subnet("10.0.2.0/24", "us-east-1c");
        associate(site.publicTable, farSubnet);
        String far = nat(farSubnet);
        route(main, r -> r.destinationCidrBlock("0.0.0.0/0").natGatewayId(far));
        String path = toInternet(site.client);

        NetworkInsightsAnalysis found = site.analyze(path);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .contains(far)
                .doesNotContain(near)
                .endsWith(site.publicTable, site.gateway);
        assertThat(found.forwardPathComponents())
                .flatExtracting(one -> one.additionalDetails())
                .extracting(detail -> detail.additionalDetailType())
                .contains("AVAILABILITY_ZONE_CROSSED");

        NetworkInsightsAnalysis without = filteredOut(path, "natgateway/" + far);
        assertThat(Site.codes(without)).containsExactly("COMPONENT_FILTER_RESTRICTION_REMOVED_COMPONENT");
    }

    @Test
    void aNatGatewayInAPrivateSubnetHasNoRouteOut() {
        String subnet = site.subnet("10.0.2.0/24", "us-east-1b");
        String table = table(subnet);
        String nat = nat(subnet);
        route(main, r -> r.destinationCidrBlock("0.0.0.0/0").natGatewayId(nat));
        NetworkInsightsAnalysis analysis = site.analyze(toInternet(site.client));
        Explanation missing = only(analysis, "NO_ROUTE_TO_DESTINATION");
        assertThat(missing.routeTable().id()).isEqualTo(table);
    }

    @Test
    void aPrivateNatGatewayDoesNotReachTheInternet() {
        String nat = site.ec2
                .createNatGateway(r -> r.subnetId(site.publicSubnet).connectivityType("private"))
                .natGateway()
                .natGatewayId();
        route(main, r -> r.destinationCidrBlock("0.0.0.0/0").natGatewayId(nat));
        NetworkInsightsAnalysis analysis = site.analyze(toInternet(site.client));
        assertThat(only(analysis, "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS")
                        .internetGateway()
                        .id())
                .isEqualTo(site.gateway);
    }

    @Test
    void inspectionByAGatewayLoadBalancerIsNotFollowed() {
        Provider provider = new Provider(aws);
        String balancer = provider.gatewayBalancer("a");
        var service = provider.create(r -> r.gatewayLoadBalancerArns(balancer).acceptanceRequired(false));
        provider.allow(service.serviceId(), site.account);
        String subnet = site.subnet("10.0.3.0/24", "us-east-1a");
        table(subnet);
        VpcEndpoint endpoint = site.ec2
                .createVpcEndpoint(r -> r.vpcId(site.vpc)
                        .vpcEndpointType("GatewayLoadBalancer")
                        .serviceName(service.serviceName())
                        .subnetIds(subnet))
                .vpcEndpoint();
        route(main, r -> r.destinationCidrBlock("10.0.0.0/24").vpcEndpointId(endpoint.vpcEndpointId()));
        site.allow(site.serverGroup, 443, "10.0.1.0/24");
        NetworkInsightsAnalysis analysis = site.analyze(site.path(site.client, site.server, 443));
        assertThat(analysis.networkPathFound())
                .as(analysis.explanations().toString())
                .isTrue();
        assertThat(analysis.forwardPathComponents())
                .flatExtracting(one -> one.additionalDetails())
                .extracting(detail -> detail.additionalDetailType())
                .contains("PATH_THROUGH_GWLB_NOT_CHECKED");
        assertThat(Site.components(analysis.forwardPathComponents())).doesNotContain(balancer);
    }

    @Test
    void ipv6IsNotAnalyzed() {
        String gateway = site.ec2
                .createEgressOnlyInternetGateway(r -> r.vpcId(site.vpc))
                .egressOnlyInternetGateway()
                .egressOnlyInternetGatewayId();
        route(main, r -> r.destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId(gateway));
        NetworkInsightsAnalysis analysis = site.analyze(toInternet(site.client));
        assertThat(Site.codes(analysis))
                .containsExactly("NO_ROUTE_TO_DESTINATION", "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS");
        assertThat(analysis.explanations().get(0).routeTable().id()).isEqualTo(main);
    }

    @Test
    void aRouteToAPrefixListLeadsToItsEntriesOnly() {
        String list = site.ec2
                .createManagedPrefixList(r -> r.prefixListName("partners")
                        .addressFamily("IPv4")
                        .maxEntries(3)
                        .entries(e -> e.cidr("203.0.113.0/24"), e -> e.cidr("198.51.100.128/25")))
                .prefixList()
                .prefixListId();
        route(main, r -> r.destinationPrefixListId(list).natGatewayId(nat(site.publicSubnet)));
        assertThat(site.analyze(to(site.client, "198.51.100.200", site.gateway)).networkPathFound())
                .isTrue();
        NetworkInsightsAnalysis other = site.analyze(to(site.client, "198.51.100.5", site.gateway));
        assertThat(other.networkPathFound()).isFalse();
        assertThat(Site.codes(other))
                .containsExactly("NO_ROUTE_TO_DESTINATION", "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS");
    }

    @Test
    void theRulesOfSeveralGroupsAddUp() {
        String ssh = site.group("ssh");
        String web = site.group("web");
        site.allow(ssh, 22, "10.0.1.0/24");
        site.allow(web, 443, "10.0.0.0/16");
        site.ec2.modifyNetworkInterfaceAttribute(
                r -> r.networkInterfaceId(site.server).groups(ssh, web));
        for (int port : new int[] {22, 443}) {
            NetworkInsightsAnalysis found = site.analyze(site.path(site.client, site.server, port));
            assertThat(found.networkPathFound()).as("port %s", port).isTrue();
            assertThat(Site.components(found.forwardPathComponents())).contains(port == 22 ? ssh : web);
        }
        Explanation mismatch = only(site.analyze(site.path(site.client, site.server, 80)), "ENI_SG_RULES_MISMATCH");
        assertThat(mismatch.securityGroups()).extracting(AnalysisComponent::id).containsExactlyInAnyOrder(ssh, web);
    }

    @Test
    void aPeerWithoutARouteBackDoesNotAnswer() {
        Peer peer = new Peer("10.1.0.0/16", "10.1.0.5");
        route(main, r -> r.destinationCidrBlock("10.1.0.0/16").vpcPeeringConnectionId(peer.connection));
        site.allow(peer.group, 443, "10.0.0.0/16");
        NetworkInsightsAnalysis oneWay = site.analyze(site.path(site.client, peer.eni, 443));
        Explanation missing = only(oneWay, "NO_ROUTE_TO_DESTINATION");
        assertThat(missing.routeTable().id()).isEqualTo(peer.table);
        assertThat(missing.addresses()).containsExactly("10.0.1.5");
        // The way back leads to half of the client's network.
        route(peer.table, r -> r.destinationCidrBlock("10.0.128.0/17").vpcPeeringConnectionId(peer.connection));
        assertThat(only(site.analyze(site.path(site.client, peer.eni, 443)), "CANNOT_ROUTE")
                        .routeTableRoute()
                        .destinationCidr())
                .isEqualTo("10.0.128.0/17");
        route(peer.table, r -> r.destinationCidrBlock("10.0.0.0/17").vpcPeeringConnectionId(peer.connection));
        assertThat(site.analyze(site.path(site.client, peer.eni, 443)).networkPathFound())
                .isTrue();
    }

    @Test
    void theInternetIsNotReachedThroughAPeer() {
        Peer peer = new Peer("10.1.0.0/16", "10.1.0.5");
        route(main, r -> r.destinationCidrBlock("0.0.0.0/0").vpcPeeringConnectionId(peer.connection));
        NetworkInsightsAnalysis analysis = site.analyze(toInternet(site.client));
        assertThat(analysis.networkPathFound()).isFalse();
        assertThat(Site.codes(analysis)).containsExactly("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR");
        assertThat(analysis.explanations().get(0).vpcPeeringConnection().id()).isEqualTo(peer.connection);
    }

    @Test
    void anAddressOnPremisesNeedsARoute() {
        NetworkInsightsAnalysis analysis = site.analyze(site.path(
                r -> r.source(site.client).protocol("tcp").filterAtSource(f -> f.destinationAddress("192.168.5.5")
                        .destinationPortRange(p -> p.fromPort(1433).toPort(1433)))));
        assertThat(only(analysis, "NO_ROUTE_TO_DESTINATION").addresses()).containsExactly("192.168.5.5");
    }

    @Test
    void aVirtualPrivateGatewayLeadsOnPremises() {
        String gateway =
                site.ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        String path = site.path(site.client, gateway, 1433);
        assertThat(Site.codes(site.analyze(path))).containsExactly("UNASSOCIATED_COMPONENT");
        site.ec2.attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(site.vpc));
        assertThat(site.analyze(path).networkPathFound()).isFalse();
        route(main, r -> r.destinationCidrBlock("192.168.0.0/16").gatewayId(gateway));
        NetworkInsightsAnalysis found = site.analyze(path);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .startsWith(site.client, site.clientGroup)
                .endsWith(main, gateway);
        assertThat(only(site.analyze(to(site.client, "172.16.0.9", gateway)), "CANNOT_ROUTE")
                        .routeTableRoute()
                        .destinationCidr())
                .isEqualTo("192.168.0.0/16");
    }

    @Test
    void anAclWithoutEphemeralPortsStopsTheAnswer() {
        site.allow(site.serverGroup, 443, "10.0.1.0/24");
        String acl =
                site.ec2.createNetworkAcl(r -> r.vpcId(site.vpc)).networkAcl().networkAclId();
        String old = site
                .ec2
                .describeNetworkAcls(
                        r -> r.filters(f -> f.name("association.subnet-id").values(site.publicSubnet)))
                .networkAcls()
                .get(0)
                .associations()
                .stream()
                .filter(one -> one.subnetId().equals(site.publicSubnet))
                .findFirst()
                .orElseThrow()
                .networkAclAssociationId();
        site.ec2.replaceNetworkAclAssociation(r -> r.associationId(old).networkAclId(acl));
        for (boolean egress : new boolean[] {false, true}) {
            site.ec2.createNetworkAclEntry(r -> r.networkAclId(acl)
                    .egress(egress)
                    .ruleNumber(100)
                    .ruleAction("allow")
                    .protocol("6")
                    .portRange(p -> p.from(443).to(443))
                    .cidrBlock("10.0.0.0/16"));
        }
        NetworkInsightsAnalysis analysis = site.analyze(site.path(r -> r.source(site.client)
                .destination(site.server)
                .protocol("tcp")
                .filterAtSource(f -> f.destinationPortRange(p -> p.fromPort(443).toPort(443))
                        .sourcePortRange(p -> p.fromPort(1024).toPort(65_535)))));
        assertThat(Site.codes(analysis))
                .containsExactly("SUBNET_ACL_RESTRICTION", "FILTER_AT_SOURCE_SOURCE_PORT_RANGE");
        Explanation stopped = analysis.explanations().get(0);
        assertThat(stopped.direction()).isEqualTo("egress");
        assertThat(stopped.acl().id()).isEqualTo(acl);
        assertThat(stopped.subnet().id()).isEqualTo(site.publicSubnet);
    }

    @Test
    void aFirewallApplianceMustNotCheckAddresses() {
        String subnet = site.subnet("10.0.4.0/24", "us-east-1b");
        table(subnet);
        String group = site.group("firewall");
        site.ec2.authorizeSecurityGroupIngress(
                r -> r.groupId(group).ipPermissions(p -> p.ipProtocol("-1").ipRanges(i -> i.cidrIp("0.0.0.0/0"))));
        String firewall = site.networkInterface(subnet, "10.0.4.9", group);
        route(main, r -> r.destinationCidrBlock("10.0.0.0/24").networkInterfaceId(firewall));
        site.allow(site.serverGroup, 443, "10.0.1.0/24");
        String path = site.path(site.client, site.server, 443);
        Explanation check = only(site.analyze(path), "ENI_SOURCE_DEST_CHECK_RESTRICTION");
        assertThat(check.networkInterface().id()).isEqualTo(firewall);
        assertThat(check.direction()).isEqualTo("ingress");
        site.ec2.modifyNetworkInterfaceAttribute(
                r -> r.networkInterfaceId(firewall).sourceDestCheck(v -> v.value(false)));
        NetworkInsightsAnalysis found = site.analyze(path);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents())).contains(firewall);
    }

    @Test
    void aGatewayEndpointNeedsItsRoute() {
        String s3 = site.ec2
                .createVpcEndpoint(r -> r.vpcId(site.vpc).serviceName("com.amazonaws.us-east-1.s3"))
                .vpcEndpoint()
                .vpcEndpointId();
        String path = site.path(site.client, s3, 443);
        assertThat(only(site.analyze(path), "NO_ROUTE_TO_DESTINATION")
                        .routeTable()
                        .id())
                .isEqualTo(main);
        site.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(s3).addRouteTableIds(main));
        NetworkInsightsAnalysis found = site.analyze(path);
        assertThat(Site.components(found.forwardPathComponents()))
                .startsWith(site.client)
                .endsWith(main, s3);
        NetworkInsightsAnalysis udp = site.analyze(site.path(
                r -> r.source(site.client).destination(s3).protocol("udp").destinationPort(443)));
        assertThat(Site.codes(udp)).containsExactly("VPCE_GATEWAY_PROTOCOL_RESTRICTION");
    }

    @Test
    void twoInterfacesOfOneSubnetMeetWithoutAclAndRoute() {
        String neighbour = site.networkInterface(site.privateSubnet, "10.0.1.6", site.clientGroup);
        site.ec2.authorizeSecurityGroupIngress(r -> r.groupId(site.clientGroup).ipPermissions(p -> p.ipProtocol("tcp")
                .fromPort(0)
                .toPort(65_535)
                .userIdGroupPairs(g -> g.groupId(site.clientGroup))));
        NetworkInsightsAnalysis found = site.analyze(site.path(site.client, neighbour, 5432));
        assertThat(found.networkPathFound()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .containsExactly(site.client, site.clientGroup, site.clientGroup, neighbour);
        assertThat(found.forwardPathComponents().get(2).securityGroupRule().securityGroupId())
                .isEqualTo(site.clientGroup);
    }

    @Test
    void blockedPublicAccessIsNamedInBothDirections() {
        site.allow(site.serverGroup, 443, "0.0.0.0/0");
        route(main, r -> r.destinationCidrBlock("0.0.0.0/0").natGatewayId(nat(site.publicSubnet)));
        site.ec2.modifyVpcBlockPublicAccessOptions(r -> r.internetGatewayBlockMode("block-ingress"));
        NetworkInsightsAnalysis in = site.analyze(site.path(site.gateway, site.server, 443));
        assertThat(only(in, "VPC_BLOCK_PUBLIC_ACCESS_ENABLED").direction()).isEqualTo("ingress");
        assertThat(site.analyze(toInternet(site.client)).networkPathFound()).isTrue();
        site.ec2.modifyVpcBlockPublicAccessOptions(r -> r.internetGatewayBlockMode("block-bidirectional"));
        NetworkInsightsAnalysis out = site.analyze(toInternet(site.client));
        assertThat(only(out, "VPC_BLOCK_PUBLIC_ACCESS_ENABLED").direction()).isEqualTo("egress");
    }

    @Test
    void aMoreSpecificRouteTakesThePacketAway() {
        String nat = nat(site.publicSubnet);
        route(main, r -> r.destinationCidrBlock("0.0.0.0/0").gatewayId(site.gateway));
        route(main, r -> r.destinationCidrBlock("203.0.113.0/24").natGatewayId(nat));
        NetworkInsightsAnalysis throughNat = site.analyze(to(site.client, "203.0.113.9", site.gateway));
        assertThat(Site.components(throughNat.forwardPathComponents())).contains(nat);
        NetworkInsightsAnalysis direct = site.analyze(to(site.client, "192.0.2.9", site.gateway));
        assertThat(only(direct, "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS").addresses())
                .containsExactly("10.0.1.5");
    }

    @Test
    void anInterfaceBehindNatIsNotReachedFromTheInternet() {
        route(main, r -> r.destinationCidrBlock("0.0.0.0/0").natGatewayId(nat(site.publicSubnet)));
        site.allow(site.clientGroup, 443, "0.0.0.0/0");
        NetworkInsightsAnalysis analysis = site.analyze(site.path(site.gateway, site.client, 443));
        assertThat(analysis.networkPathFound()).isFalse();
        assertThat(Site.codes(analysis)).containsExactly("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS");
    }

    @Test
    void theGatewaysRouteTableLeadsToAnAppliance() {
        String subnet = site.subnet("10.0.4.0/24", "us-east-1a");
        associate(site.publicTable, subnet);
        String group = site.group("firewall");
        site.ec2.authorizeSecurityGroupIngress(
                r -> r.groupId(group).ipPermissions(p -> p.ipProtocol("-1").ipRanges(i -> i.cidrIp("0.0.0.0/0"))));
        String firewall = site.networkInterface(subnet, "10.0.4.9", group);
        site.ec2.modifyNetworkInterfaceAttribute(
                r -> r.networkInterfaceId(firewall).sourceDestCheck(v -> v.value(false)));
        String edge =
                site.ec2.createRouteTable(r -> r.vpcId(site.vpc)).routeTable().routeTableId();
        site.ec2.associateRouteTable(r -> r.routeTableId(edge).gatewayId(site.gateway));
        route(edge, r -> r.destinationCidrBlock("10.0.0.0/24").networkInterfaceId(firewall));
        site.allow(site.serverGroup, 443, "0.0.0.0/0");

        Explanation redirected = only(site.analyze(toInternet(site.server)), "INGRESS_RTB_TRAFFIC_REDIRECTION");
        assertThat(redirected.ingressRouteTable().id()).isEqualTo(edge);
        assertThat(redirected.networkInterface().id()).isEqualTo(firewall);

        String servers = table(site.publicSubnet);
        route(servers, r -> r.destinationCidrBlock("0.0.0.0/0").networkInterfaceId(firewall));
        String in = site.path(site.gateway, site.server, 443);
        assertThat(only(site.analyze(in), "INGRESS_RTB_NO_PUBLIC_IP")
                        .routeTableRoute()
                        .networkInterfaceId())
                .isEqualTo(firewall);
        String address = site.ec2.allocateAddress(r -> r.domain("vpc")).allocationId();
        site.ec2.associateAddress(r -> r.allocationId(address).networkInterfaceId(firewall));
        NetworkInsightsAnalysis found = site.analyze(in);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .startsWith(site.gateway, edge)
                .contains(firewall)
                .endsWith(site.serverGroup, site.server);
    }

    @Test
    void aLoadBalancerOnTheInternetLeadsToAPrivateInterface() {
        var elb = aws.elb(site.account);
        String second = site.subnet("10.0.5.0/24", "us-east-1b");
        associate(site.publicTable, second);
        String balancer = elb.createLoadBalancer(r -> r.name("front")
                        .type("network")
                        .scheme("internet-facing")
                        .subnets(site.publicSubnet, second))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
        String targets = elb.createTargetGroup(r -> r.name("targets")
                        .protocol("TCP")
                        .port(8080)
                        .vpcId(site.vpc)
                        .targetType("ip"))
                .targetGroups()
                .get(0)
                .targetGroupArn();
        elb.registerTargets(r -> r.targetGroupArn(targets).targets(t -> t.id("10.0.1.5")));
        elb.modifyTargetGroupAttributes(r -> r.targetGroupArn(targets)
                .attributes(a -> a.key("load_balancing.cross_zone.enabled").value("true")));
        elb.createListener(
                r -> r.loadBalancerArn(balancer).protocol("TCP").port(80).defaultActions(a -> a.type("forward")
                        .targetGroupArn(targets)));
        String path = site.path(site.gateway, site.client, 80);
        assertThat(site.analyze(path).networkPathFound()).isFalse();

        // The target sees the load balancer's address, and no group that the load balancer does not have.
        site.ec2.authorizeSecurityGroupIngress(r -> r.groupId(site.clientGroup).ipPermissions(p -> p.ipProtocol("tcp")
                .fromPort(8080)
                .toPort(8080)
                .userIdGroupPairs(g -> g.groupId(site.serverGroup))));
        assertThat(site.analyze(path).networkPathFound()).isFalse();
        site.allow(site.clientGroup, 8080, "10.0.0.0/24");
        NetworkInsightsAnalysis found = site.analyze(path);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .startsWith(site.gateway)
                .contains("front")
                .endsWith(site.clientGroup, site.client);
    }

    @Test
    void anApplicationLoadBalancersGroupIsAdmitted() {
        var elb = aws.elb(site.account);
        String group = site.group("balancer");
        site.allow(group, 80, "10.0.0.0/16");
        String balancer = elb.createLoadBalancer(r -> r.name("web")
                        .type("application")
                        .scheme("internal")
                        .securityGroups(group)
                        .subnets(site.publicSubnet, site.privateSubnet))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
        String targets = elb.createTargetGroup(r -> r.name("web")
                        .protocol("HTTP")
                        .port(8080)
                        .vpcId(site.vpc)
                        .targetType("ip"))
                .targetGroups()
                .get(0)
                .targetGroupArn();
        elb.registerTargets(r -> r.targetGroupArn(targets).targets(t -> t.id("10.0.1.5")));
        elb.createListener(
                r -> r.loadBalancerArn(balancer).protocol("HTTP").port(80).defaultActions(a -> a.type("forward")
                        .targetGroupArn(targets)));
        String path = site.path(site.server, site.client, 80);
        assertThat(site.analyze(path).networkPathFound()).isFalse();
        site.ec2.authorizeSecurityGroupIngress(r -> r.groupId(site.clientGroup)
                .ipPermissions(
                        p -> p.ipProtocol("tcp").fromPort(8080).toPort(8080).userIdGroupPairs(g -> g.groupId(group))));
        NetworkInsightsAnalysis found = site.analyze(path);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .startsWith(site.server)
                .contains("web")
                .endsWith(site.clientGroup, site.client);
    }

    /** A VPC of the same account behind a peering connection. */
    private final class Peer {

        final String group;
        final String eni;
        final String table;
        final String connection;

        Peer(String cidr, String address) {
            String vpc = site.ec2.createVpc(r -> r.cidrBlock(cidr)).vpc().vpcId();
            String subnet = site.ec2
                    .createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr.replace("/16", "/24")))
                    .subnet()
                    .subnetId();
            group = site.ec2
                    .createSecurityGroup(r -> r.vpcId(vpc).groupName("peer").description("peer"))
                    .groupId();
            eni = site.networkInterface(subnet, address, group);
            table = main(vpc);
            connection = site.ec2
                    .createVpcPeeringConnection(r -> r.vpcId(site.vpc).peerVpcId(vpc))
                    .vpcPeeringConnection()
                    .vpcPeeringConnectionId();
            site.ec2.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(connection));
        }
    }

    private static Explanation only(NetworkInsightsAnalysis analysis, String code) {
        assertThat(Site.codes(analysis)).as(analysis.explanations().toString()).containsExactly(code);
        return analysis.explanations().get(0);
    }

    private String toInternet(String source) {
        return site.path(source, site.gateway, 443);
    }

    private String to(String source, String address, String destination) {
        return site.path(
                r -> r.source(source).destination(destination).protocol("tcp").filterAtSource(f -> f.destinationAddress(
                                address)
                        .destinationPortRange(p -> p.fromPort(443).toPort(443))));
    }

    private NetworkInsightsAnalysis filteredOut(String path, String resource) {
        String arn = "arn:aws:ec2:us-east-1:" + site.account + ":" + resource;
        return site.describe(site.ec2
                .startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path).filterOutArns(List.of(arn)))
                .networkInsightsAnalysis()
                .networkInsightsAnalysisId());
    }

    private String nat(String subnet) {
        String address = site.ec2.allocateAddress(r -> r.domain("vpc")).allocationId();
        return site.ec2
                .createNatGateway(r -> r.subnetId(subnet).allocationId(address))
                .natGateway()
                .natGatewayId();
    }

    /** A new route table of a subnet. */
    private String table(String subnet) {
        String table =
                site.ec2.createRouteTable(r -> r.vpcId(site.vpc)).routeTable().routeTableId();
        associate(table, subnet);
        return table;
    }

    private void associate(String table, String subnet) {
        site
                .ec2
                .describeRouteTables(
                        r -> r.filters(f -> f.name("association.subnet-id").values(subnet)))
                .routeTables()
                .stream()
                .flatMap(old -> old.associations().stream())
                .filter(old -> subnet.equals(old.subnetId()))
                .forEach(old -> site.ec2.disassociateRouteTable(r -> r.associationId(old.routeTableAssociationId())));
        site.ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet));
    }

    private void route(String table, Consumer<CreateRouteRequest.Builder> to) {
        site.ec2.createRoute(r -> {
            r.routeTableId(table);
            to.accept(r);
        });
    }

    private String main(String vpc) {
        return site.ec2
                .describeRouteTables(r -> r.filters(f -> f.name("vpc-id").values(vpc), f -> f.name("association.main")
                        .values("true")))
                .routeTables()
                .get(0)
                .routeTableId();
    }
}

package io.vpclocal.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AnalysisComponent;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;

/**
 * Networks inside and between VPCs as people build them, and what Reachability Analyzer says of each (AWS documentation, Reachability Analyzer
 * guide: how it works, explanation codes, additional detail codes; VPC User Guide: route tables, peering).
 */
@EmulatorTest
class JudgedConnectionsTest extends JudgedNetwork {

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
}

package io.vpclocal.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/**
 * Gateways as people use them, and what Reachability Analyzer says of each network (AWS documentation, Reachability Analyzer
 * guide: how it works, explanation codes, additional detail codes; VPC User Guide: route
 * tables, NAT gateways, gateway endpoints, Block Public Access).
 */
@EmulatorTest
class JudgedGatewaysTest extends JudgedNetwork {

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
}

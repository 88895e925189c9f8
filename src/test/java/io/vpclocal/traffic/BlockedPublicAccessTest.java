package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InternetGatewayBlockMode;
import software.amazon.awssdk.services.ec2.model.InternetGatewayExclusionMode;
import tools.jackson.databind.JsonNode;

/** Traffic with VPC Block Public Access (AWS documentation, VPC User Guide: "Block public access to VPCs"). */
@EmulatorTest
class BlockedPublicAccessTest {

    private static final String OUTSIDE = "203.0.113.9";
    private static final String BLOCKED = "VPC_BLOCK_PUBLIC_ACCESS_ENABLED";

    @Autowired
    private Aws aws;

    private Lan lan;
    private String address;

    /**
     * The server has a public address; the client reaches the internet through a NAT gateway in the server's subnet.
     */
    @BeforeEach
    void publicAndPrivateSubnet() {
        lan = new Lan(aws);
        lan.allow(lan.serverGroup, 443, "0.0.0.0/0");
        String gateway = lan.ec2.createInternetGateway().internetGateway().internetGatewayId();
        lan.ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(lan.vpc));
        String main = lan.ec2
                .describeRouteTables(r -> r.filters(
                        Filter.builder().name("vpc-id").values(lan.vpc).build()))
                .routeTables()
                .get(0)
                .routeTableId();
        lan.ec2.createRoute(
                r -> r.routeTableId(main).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
        var elastic = lan.ec2.allocateAddress(r -> {});
        lan.ec2.associateAddress(r -> r.allocationId(elastic.allocationId()).networkInterfaceId(lan.server));
        address = elastic.publicIp();
        String forNat = lan.ec2.allocateAddress(r -> {}).allocationId();
        String nat = lan.ec2
                .createNatGateway(r -> r.subnetId(lan.serverSubnet).allocationId(forNat))
                .natGateway()
                .natGatewayId();
        String outward =
                lan.ec2.createRouteTable(r -> r.vpcId(lan.vpc)).routeTable().routeTableId();
        lan.ec2.associateRouteTable(r -> r.routeTableId(outward).subnetId(lan.clientSubnet));
        lan.ec2.createRoute(
                r -> r.routeTableId(outward).destinationCidrBlock("0.0.0.0/0").natGatewayId(nat));
    }

    @Test
    void bidirectionalLetsNothingThrough() throws Exception {
        assertThat(ways()).isEqualTo("in allowed, out allowed, through NAT allowed");
        block(InternetGatewayBlockMode.BLOCK_BIDIRECTIONAL);
        assertThat(ways()).isEqualTo("in blocked, out blocked, through NAT blocked");
        assertThat(lan.traffic.tcp(lan.client, lan.server, 443).get("allowed").booleanValue())
                .isTrue();
    }

    @Test
    void ingressLeavesOnlyTheNatGateway() throws Exception {
        block(InternetGatewayBlockMode.BLOCK_INGRESS);
        assertThat(ways()).isEqualTo("in blocked, out blocked, through NAT allowed");
    }

    @Test
    void anExclusionOfTheGatewaysSubnetApplies() throws Exception {
        block(InternetGatewayBlockMode.BLOCK_BIDIRECTIONAL);
        exclude(lan.clientSubnet, InternetGatewayExclusionMode.ALLOW_BIDIRECTIONAL);
        assertThat(ways()).isEqualTo("in blocked, out blocked, through NAT blocked");
        exclude(lan.serverSubnet, InternetGatewayExclusionMode.ALLOW_BIDIRECTIONAL);
        assertThat(ways()).isEqualTo("in allowed, out allowed, through NAT allowed");
    }

    @Test
    void anExclusionForEgressIsForTheNatGatewayOnly() throws Exception {
        block(InternetGatewayBlockMode.BLOCK_BIDIRECTIONAL);
        exclude(lan.serverSubnet, InternetGatewayExclusionMode.ALLOW_EGRESS);
        assertThat(ways()).isEqualTo("in blocked, out blocked, through NAT allowed");
    }

    /** AWS documentation, VPC User Guide, flow log records: reject-reason (version 8), bytes. */
    @Test
    void aRecordTellsThatPublicAccessIsBlocked() throws Exception {
        String role = lan.flowLogRole(aws);
        lan.ec2.createFlowLogs(r -> r.resourceType("VPC")
                .resourceIds(lan.vpc)
                .trafficType("REJECT")
                .logGroupName("blocked")
                .deliverLogsPermissionArn(role)
                .logFormat("${interface-id} ${flow-direction} ${dstport} ${bytes} ${action} ${reject-reason}"));
        block(InternetGatewayBlockMode.BLOCK_INGRESS);
        lan.traffic.tcp(OUTSIDE, address, 443);
        lan.traffic.tcp(lan.client, lan.server, 22);
        new ControlApi(aws.endpoint()).post("/_vpclocal/flow-logs/flush");
        assertThat(aws.logs(Aws.root(lan.account), Region.US_EAST_1)
                        .filterLogEvents(r -> r.logGroupName("blocked"))
                        .events())
                .extracting(FilteredLogEvent::message)
                .containsExactlyInAnyOrder(
                        lan.server + " ingress 443 - REJECT BPA", lan.server + " ingress 22 60 REJECT -");
    }

    @Test
    void anEgressOnlyInternetGatewayIsForConnectionsFromInside() throws Exception {
        lan.ec2.associateVpcCidrBlock(r -> r.vpcId(lan.vpc).amazonProvidedIpv6CidrBlock(true));
        String block = lan.ec2
                .describeVpcs(r -> r.vpcIds(lan.vpc))
                .vpcs()
                .get(0)
                .ipv6CidrBlockAssociationSet()
                .get(0)
                .ipv6CidrBlock()
                .replace("/56", "/64");
        String subnet = lan.ec2
                .createSubnet(r -> r.vpcId(lan.vpc).cidrBlock("10.0.9.0/24").ipv6CidrBlock(block))
                .subnet()
                .subnetId();
        String sender = lan.ec2
                .createNetworkInterface(
                        r -> r.subnetId(subnet).ipv6AddressCount(1).groups(lan.clientGroup))
                .networkInterface()
                .networkInterfaceId();
        String gateway = lan.ec2
                .createEgressOnlyInternetGateway(r -> r.vpcId(lan.vpc))
                .egressOnlyInternetGateway()
                .egressOnlyInternetGatewayId();
        String table =
                lan.ec2.createRouteTable(r -> r.vpcId(lan.vpc)).routeTable().routeTableId();
        lan.ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet));
        lan.ec2.createRoute(
                r -> r.routeTableId(table).destinationIpv6CidrBlock("::/0").egressOnlyInternetGatewayId(gateway));
        String outside = "2001:db8::9";
        assertThat(way(sender, outside)).isEqualTo("allowed");
        block(InternetGatewayBlockMode.BLOCK_INGRESS);
        assertThat(way(sender, outside)).isEqualTo("allowed");
        block(InternetGatewayBlockMode.BLOCK_BIDIRECTIONAL);
        assertThat(way(sender, outside)).isEqualTo("blocked");
        exclude(subnet, InternetGatewayExclusionMode.ALLOW_EGRESS);
        assertThat(way(sender, outside)).isEqualTo("allowed");
    }

    private String ways() throws Exception {
        return "in " + way(OUTSIDE, address)
                + ", out " + way(lan.server, OUTSIDE)
                + ", through NAT " + way(lan.client, OUTSIDE);
    }

    private String way(String source, String destination) throws Exception {
        JsonNode flow = lan.traffic.tcp(source, destination, 443);
        if (flow.get("allowed").booleanValue()) {
            return "allowed";
        }
        String code = flow.get("code").stringValue();
        return code.equals(BLOCKED) ? "blocked" : code;
    }

    private void block(InternetGatewayBlockMode mode) {
        lan.ec2.modifyVpcBlockPublicAccessOptions(r -> r.internetGatewayBlockMode(mode));
    }

    private void exclude(String subnet, InternetGatewayExclusionMode mode) {
        lan.ec2.createVpcBlockPublicAccessExclusion(r -> r.subnetId(subnet).internetGatewayExclusionMode(mode));
    }
}

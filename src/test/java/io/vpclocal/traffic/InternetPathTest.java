package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;
import software.amazon.awssdk.services.ec2.model.RuleAction;
import software.amazon.awssdk.services.ec2.model.Vpc;
import tools.jackson.databind.JsonNode;

/** Traffic that comes in from the internet, also out of another account's network. */
@EmulatorTest
class InternetPathTest {

    @Autowired
    private Aws aws;

    private Lan there;
    private String gateway;
    private String address;

    @BeforeEach
    void publicServer() {
        there = new Lan(aws);
        gateway = connect(there);
        address = publish(there, there.server);
    }

    /** The right answer follows from what both networks do with a packet of the internet. */
    @Test
    void anotherAccountsInterfaceDecidesAndRecords() throws Exception {
        Lan here = new Lan(aws);
        connect(here);
        String own = publish(here, here.client);

        JsonNode refused = here.traffic.tcp(here.client, address, 443);
        assertThat(refused.get("code").stringValue()).isEqualTo("ENI_SG_RULES_MISMATCH");
        assertThat(refused.get("stoppedAt").get("component").stringValue()).isEqualTo(there.serverGroup);
        assertThat(TrafficApi.records(refused))
                .containsExactly(here.client + " egress ACCEPT", there.server + " ingress REJECT");

        there.allow(there.serverGroup, 443, own + "/32");
        JsonNode allowed = here.traffic.tcp(here.client, address, 443);
        assertThat(allowed.get("allowed").booleanValue()).as(allowed.toString()).isTrue();
        assertThat(TrafficApi.records(allowed))
                .containsExactly(
                        here.client + " egress ACCEPT",
                        there.server + " ingress ACCEPT",
                        there.server + " egress ACCEPT",
                        here.client + " ingress ACCEPT");

        there.ec2.deleteRoute(r -> r.routeTableId(mainTable(there)).destinationCidrBlock("0.0.0.0/0"));
        assertThat(here.traffic.tcp(here.client, address, 443).get("code").stringValue())
                .isEqualTo("NO_ROUTE_TO_DESTINATION");
    }

    @Test
    void anInterfaceOfAnotherRegionIsReachedByItsIpv6Address() throws Exception {
        String account = Aws.newAccount();
        String here = ipv6Interface(aws.ec2(account)).networkInterfaceId();
        Ec2Client ireland = aws.ec2(Aws.root(account), Region.EU_WEST_1);
        NetworkInterface far = ipv6Interface(ireland);
        String to = far.ipv6Addresses().get(0).ipv6Address();
        TrafficApi traffic = new TrafficApi(aws.endpoint(), account);

        JsonNode refused = traffic.tcp(here, to, 443);
        assertThat(refused.get("code").stringValue()).isEqualTo("ENI_SG_RULES_MISMATCH");
        assertThat(TrafficApi.records(refused))
                .containsExactly(here + " egress ACCEPT", far.networkInterfaceId() + " ingress REJECT");

        ireland.authorizeSecurityGroupIngress(r -> r.groupId(far.groups().get(0).groupId())
                .ipPermissions(p -> p.ipProtocol("-1").ipv6Ranges(i -> i.cidrIpv6("::/0"))));
        assertThat(traffic.tcp(here, to, 443).get("allowed").booleanValue()).isTrue();
    }

    private static NetworkInterface ipv6Interface(Ec2Client ec2) {
        Vpc vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16").amazonProvidedIpv6CidrBlock(true))
                .vpc();
        String block = vpc.ipv6CidrBlockAssociationSet().get(0).ipv6CidrBlock().replace("/56", "/64");
        String subnet = ec2.createSubnet(
                        r -> r.vpcId(vpc.vpcId()).cidrBlock("10.0.0.0/24").ipv6CidrBlock(block))
                .subnet()
                .subnetId();
        String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(vpc.vpcId()));
        String table =
                ec2.createRouteTable(r -> r.vpcId(vpc.vpcId())).routeTable().routeTableId();
        ec2.associateRouteTable(r -> r.routeTableId(table).subnetId(subnet));
        ec2.createRoute(
                r -> r.routeTableId(table).destinationIpv6CidrBlock("::/0").gatewayId(gateway));
        String group = ec2.createSecurityGroup(
                        r -> r.vpcId(vpc.vpcId()).groupName("g").description("g"))
                .groupId();
        return ec2.createNetworkInterface(
                        r -> r.subnetId(subnet).ipv6AddressCount(1).groups(group))
                .networkInterface();
    }

    /** The subnet's ACL stands before the interface (AWS documentation: network ACLs). */
    @Test
    void theAclDecidesBeforeTheInterface() throws Exception {
        there.allow(there.serverGroup, 443, "0.0.0.0/0");
        JsonNode allowed = there.traffic.tcp("203.0.113.9", address, 443);
        assertThat(TrafficApi.stages(allowed.get("request")))
                .containsExactly(
                        "INTERNET_GATEWAY", "NETWORK_ACL_INGRESS", "NETWORK_INTERFACE", "SECURITY_GROUP_INGRESS");

        String acl = there.ec2
                .describeNetworkAcls(r -> r.filters(
                        Filter.builder().name("vpc-id").values(there.vpc).build()))
                .networkAcls()
                .get(0)
                .networkAclId();
        there.ec2.createNetworkAclEntry(r -> r.networkAclId(acl)
                .ruleNumber(1)
                .egress(false)
                .protocol("-1")
                .cidrBlock("203.0.113.0/24")
                .ruleAction(RuleAction.DENY));
        JsonNode denied = there.traffic.tcp("203.0.113.9", address, 443);
        assertThat(TrafficApi.stages(denied.get("request"))).containsExactly("INTERNET_GATEWAY", "NETWORK_ACL_INGRESS");
        assertThat(TrafficApi.records(denied)).containsExactly(there.server + " ingress REJECT");
    }

    /** AWS documentation, VPC User Guide: gateway route tables; middlebox routing wizard. */
    @Test
    void theGatewaysRouteTableLeadsThroughAnAppliance() throws Exception {
        there.allow(there.serverGroup, 443, "0.0.0.0/0");
        there.allow(there.clientGroup, 443, "0.0.0.0/0");
        String table =
                there.ec2.createRouteTable(r -> r.vpcId(there.vpc)).routeTable().routeTableId();
        there.ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId(gateway));
        there.ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.0.2.0/24").networkInterfaceId(there.client));

        assertThat(there.traffic.tcp("203.0.113.9", address, 443).get("code").stringValue())
                .isEqualTo("ENI_SOURCE_DEST_CHECK_RESTRICTION");

        there.ec2.modifyNetworkInterfaceAttribute(
                r -> r.networkInterfaceId(there.client).sourceDestCheck(c -> c.value(false)));
        JsonNode inspected = there.traffic.tcp("203.0.113.9", address, 443);
        assertThat(inspected.get("allowed").booleanValue())
                .as(inspected.toString())
                .isTrue();
        assertThat(TrafficApi.records(inspected))
                .containsExactly(
                        there.client + " ingress ACCEPT",
                        there.client + " egress ACCEPT",
                        there.server + " ingress ACCEPT",
                        there.server + " egress ACCEPT");

        there.ec2.deleteNetworkInterface(r -> r.networkInterfaceId(there.client));
        assertThat(there.traffic.tcp("203.0.113.9", address, 443).get("code").stringValue())
                .isEqualTo("BAD_STATE_ROUTE");
    }

    /** An answer comes back as any packet from the internet does: by the gateway's table, and else straight. */
    @Test
    void theAnswerFollowsTheGatewaysRouteTable() throws Exception {
        there.allow(there.clientGroup, 443, "0.0.0.0/0");
        there.ec2.modifyNetworkInterfaceAttribute(
                r -> r.networkInterfaceId(there.client).sourceDestCheck(c -> c.value(false)));
        String outward =
                there.ec2.createRouteTable(r -> r.vpcId(there.vpc)).routeTable().routeTableId();
        there.ec2.associateRouteTable(r -> r.routeTableId(outward).subnetId(there.serverSubnet));
        there.ec2.createRoute(
                r -> r.routeTableId(outward).destinationCidrBlock("0.0.0.0/0").networkInterfaceId(there.client));
        List<String> out = List.of(
                there.server + " egress ACCEPT",
                there.client + " ingress ACCEPT",
                there.client + " egress ACCEPT",
                there.server + " ingress ACCEPT");
        assertThat(TrafficApi.records(there.traffic.tcp(there.server, "203.0.113.9", 443)))
                .containsExactlyElementsOf(out);

        String inward =
                there.ec2.createRouteTable(r -> r.vpcId(there.vpc)).routeTable().routeTableId();
        there.ec2.associateRouteTable(r -> r.routeTableId(inward).gatewayId(gateway));
        there.ec2.createRoute(
                r -> r.routeTableId(inward).destinationCidrBlock("10.0.2.0/24").networkInterfaceId(there.client));
        assertThat(TrafficApi.records(there.traffic.tcp(there.server, "203.0.113.9", 443)))
                .containsExactly(
                        there.server + " egress ACCEPT",
                        there.client + " ingress ACCEPT",
                        there.client + " egress ACCEPT",
                        there.client + " ingress ACCEPT",
                        there.client + " egress ACCEPT",
                        there.server + " ingress ACCEPT");
    }

    /** AWS documentation: the target has to be attached to a running instance. */
    @Test
    void aStoppedApplianceGetsNothingFromTheGateway() throws Exception {
        there.allow(there.serverGroup, 443, "0.0.0.0/0");
        Instance appliance = there.ec2
                .runInstances(
                        r -> r.imageId("ami-12345678").minCount(1).maxCount(1).subnetId(there.clientSubnet))
                .instances()
                .get(0);
        String table =
                there.ec2.createRouteTable(r -> r.vpcId(there.vpc)).routeTable().routeTableId();
        there.ec2.associateRouteTable(r -> r.routeTableId(table).gatewayId(gateway));
        there.ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.0.2.0/24").instanceId(appliance.instanceId()));
        there.ec2.stopInstances(r -> r.instanceIds(appliance.instanceId()));
        assertThat(there.traffic.tcp("203.0.113.9", address, 443).get("code").stringValue())
                .isEqualTo("BAD_STATE_ROUTE");
    }

    private static String connect(Lan lan) {
        String id = lan.ec2.createInternetGateway().internetGateway().internetGatewayId();
        lan.ec2.attachInternetGateway(r -> r.internetGatewayId(id).vpcId(lan.vpc));
        String main = lan.ec2
                .describeRouteTables(r -> r.filters(
                        Filter.builder().name("vpc-id").values(lan.vpc).build()))
                .routeTables()
                .get(0)
                .routeTableId();
        lan.ec2.createRoute(
                r -> r.routeTableId(main).destinationCidrBlock("0.0.0.0/0").gatewayId(id));
        return id;
    }

    private static String mainTable(Lan lan) {
        return lan.ec2
                .describeRouteTables(r -> r.filters(
                        Filter.builder().name("vpc-id").values(lan.vpc).build()))
                .routeTables()
                .get(0)
                .routeTableId();
    }

    private static String publish(Lan lan, String networkInterface) {
        var address = lan.ec2.allocateAddress();
        lan.ec2.associateAddress(r -> r.allocationId(address.allocationId()).networkInterfaceId(networkInterface));
        return address.publicIp();
    }
}

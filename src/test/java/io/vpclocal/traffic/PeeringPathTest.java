package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import tools.jackson.databind.JsonNode;

/** Traffic between peered VPCs (AWS documentation: VPC Peering Guide; VPC User Guide, flow log records). */
@EmulatorTest
class PeeringPathTest {

    /** The account and Region of the second VPC. */
    enum Place {
        SAME_ACCOUNT,
        OTHER_ACCOUNT,
        OTHER_REGION
    }

    /** One VPC with one interface in one subnet. */
    private record Site(
            String account, Ec2Client ec2, String vpc, String subnet, String table, String group, String eni) {

        static Site of(Aws aws, String account, Region region, int octet) {
            Ec2Client ec2 = aws.ec2(Aws.root(account), region);
            String cidr = "10." + octet + ".";
            String vpc = ec2.createVpc(r -> r.cidrBlock(cidr + "0.0/16")).vpc().vpcId();
            String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock(cidr + "1.0/24"))
                    .subnet()
                    .subnetId();
            String table = ec2.describeRouteTables(r -> r.filters(
                            Filter.builder().name("vpc-id").values(vpc).build()))
                    .routeTables()
                    .get(0)
                    .routeTableId();
            String group = ec2.createSecurityGroup(
                            r -> r.vpcId(vpc).groupName("g").description("g"))
                    .groupId();
            String eni = ec2.createNetworkInterface(r ->
                            r.subnetId(subnet).privateIpAddress(cidr + "1.5").groups(group))
                    .networkInterface()
                    .networkInterfaceId();
            return new Site(account, ec2, vpc, subnet, table, group, eni);
        }

        void route(String cidr, String connection) {
            ec2.createRoute(
                    r -> r.routeTableId(table).destinationCidrBlock(cidr).vpcPeeringConnectionId(connection));
        }

        void allow(String cidr) {
            ec2.authorizeSecurityGroupIngress(r -> r.groupId(group)
                    .ipPermissions(
                            p -> p.ipProtocol("tcp").fromPort(443).toPort(443).ipRanges(i -> i.cidrIp(cidr))));
        }
    }

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @EnumSource(Place.class)
    void bothSidesRoutesAndGroupsDecideAndBothSidesRecord(Place place) throws Exception {
        Site here = Site.of(aws, Aws.newAccount(), Region.US_EAST_1, 0);
        Site there = second(here, place);
        String connection = connect(here, there);
        TrafficApi traffic = new TrafficApi(aws.endpoint(), here.account());

        assertThat(code(traffic.tcp(here.eni(), "10.1.1.5", 443))).isEqualTo("NO_ROUTE_TO_DESTINATION");
        here.route("10.1.0.0/16", connection);
        JsonNode refused = traffic.tcp(here.eni(), "10.1.1.5", 443);
        assertThat(code(refused)).isEqualTo("ENI_SG_RULES_MISMATCH");
        assertThat(refused.get("stoppedAt").get("component").stringValue()).isEqualTo(there.group());
        assertThat(TrafficApi.records(refused))
                .containsExactly(here.eni() + " egress ACCEPT", there.eni() + " ingress REJECT");

        there.allow("10.0.0.0/16");
        JsonNode oneWay = traffic.tcp(here.eni(), "10.1.1.5", 443);
        assertThat(code(oneWay)).isEqualTo("NO_ROUTE_TO_DESTINATION");
        assertThat(oneWay.get("stoppedAt").get("component").stringValue()).isEqualTo(there.table());

        there.route("10.0.0.0/16", connection);
        JsonNode allowed = traffic.tcp(here.eni(), "10.1.1.5", 443);
        assertThat(allowed.get("allowed").booleanValue()).as(allowed.toString()).isTrue();
        assertThat(TrafficApi.records(allowed))
                .containsExactly(
                        here.eni() + " egress ACCEPT",
                        there.eni() + " ingress ACCEPT",
                        there.eni() + " egress ACCEPT",
                        here.eni() + " ingress ACCEPT");
        assertThat(TrafficApi.stages(allowed.get("request"))).containsOnlyOnce("PEERING_CONNECTION");
        assertThat(TrafficApi.stages(allowed.get("reply"))).containsOnlyOnce("PEERING_CONNECTION");

        there.ec2().deleteVpcPeeringConnection(r -> r.vpcPeeringConnectionId(connection));
        assertThat(code(traffic.tcp(here.eni(), "10.1.1.5", 443))).isEqualTo("BAD_STATE_ROUTE");
        assertThat(here.ec2()
                        .describeRouteTables(r -> r.routeTableIds(here.table()))
                        .routeTables()
                        .get(0)
                        .routes())
                .filteredOn(route -> connection.equals(route.vpcPeeringConnectionId()))
                .singleElement()
                .satisfies(route -> assertThat(route.stateAsString()).isEqualTo("blackhole"));
    }

    @Test
    void aRouteLeadsNowhereUntilTheConnectionIsAccepted() throws Exception {
        Site here = Site.of(aws, Aws.newAccount(), Region.US_EAST_1, 0);
        Site there = second(here, Place.OTHER_ACCOUNT);
        String connection = request(here, there);
        here.route("10.1.0.0/16", connection);
        there.route("10.0.0.0/16", connection);
        there.allow("10.0.0.0/16");
        TrafficApi traffic = new TrafficApi(aws.endpoint(), here.account());
        assertThat(code(traffic.tcp(here.eni(), "10.1.1.5", 443))).isEqualTo("BAD_STATE_ROUTE");
        there.ec2().acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(connection));
        assertThat(traffic.tcp(here.eni(), "10.1.1.5", 443).get("allowed").booleanValue())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"SAME_ACCOUNT", "OTHER_ACCOUNT"})
    void aReferenceToAPeersGroupAdmitsItsMembers(Place place) throws Exception {
        Site here = Site.of(aws, Aws.newAccount(), Region.US_EAST_1, 0);
        Site there = second(here, place);
        String connection = connect(here, there);
        here.route("10.1.0.0/16", connection);
        there.route("10.0.0.0/16", connection);
        there.ec2().authorizeSecurityGroupIngress(r -> r.groupId(there.group())
                .ipPermissions(
                        p -> p.ipProtocol("tcp").fromPort(443).toPort(443).userIdGroupPairs(g -> g.groupId(here.group())
                                .userId(here.account()))));
        here.ec2().revokeSecurityGroupEgress(r -> r.groupId(here.group())
                .ipPermissions(p -> p.ipProtocol("-1").ipRanges(i -> i.cidrIp("0.0.0.0/0"))));
        TrafficApi traffic = new TrafficApi(aws.endpoint(), here.account());
        assertThat(code(traffic.tcp(here.eni(), "10.1.1.5", 443))).isEqualTo("ENI_SG_RULES_MISMATCH");
        here.ec2().authorizeSecurityGroupEgress(r -> r.groupId(here.group())
                .ipPermissions(p -> p.ipProtocol("-1").userIdGroupPairs(g -> g.groupId(there.group()))));
        JsonNode allowed = traffic.tcp(here.eni(), "10.1.1.5", 443);
        assertThat(allowed.get("allowed").booleanValue()).as(allowed.toString()).isTrue();
    }

    /** Peering is not transitive, and the peer's gateways cannot be used. */
    @ParameterizedTest
    @EnumSource(Place.class)
    void peeringIsNotTransitive(Place place) throws Exception {
        Site here = Site.of(aws, Aws.newAccount(), Region.US_EAST_1, 0);
        Site there = second(here, place);
        Site beyond = Site.of(aws, there.account(), Region.of(region(place)), 2);
        String connection = connect(here, there);
        String onward = connect(there, beyond);
        there.route("10.2.0.0/16", onward);
        TrafficApi traffic = new TrafficApi(aws.endpoint(), here.account());
        for (String[] wish : new String[][] {{"10.2.0.0/16", "10.2.1.5"}, {"203.0.113.0/24", "203.0.113.9"}}) {
            here.route(wish[0], connection);
            JsonNode refused = traffic.tcp(here.eni(), wish[1], 443);
            assertThat(code(refused)).isEqualTo("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR");
            assertThat(refused.get("stoppedAt").get("component").stringValue()).isEqualTo(connection);
            assertThat(TrafficApi.records(refused)).containsExactly(here.eni() + " egress ACCEPT");
        }
    }

    @Test
    void anUnusedAddressIsNotReached() throws Exception {
        Site here = Site.of(aws, Aws.newAccount(), Region.US_EAST_1, 0);
        Site there = second(here, Place.OTHER_ACCOUNT);
        here.route("10.1.0.0/16", connect(here, there));
        TrafficApi traffic = new TrafficApi(aws.endpoint(), here.account());
        assertThat(code(traffic.tcp(here.eni(), "10.1.1.99", 443))).isEqualTo("UNKNOWN_DESTINATION");
    }

    private Site second(Site first, Place place) {
        String account = place == Place.OTHER_ACCOUNT ? Aws.newAccount() : first.account();
        return Site.of(aws, account, Region.of(region(place)), 1);
    }

    private static String region(Place place) {
        return place == Place.OTHER_REGION ? "eu-west-1" : "us-east-1";
    }

    private static String request(Site requester, Site accepter) {
        String region = accepter.ec2().serviceClientConfiguration().region().id();
        return requester
                .ec2()
                .createVpcPeeringConnection(r -> r.vpcId(requester.vpc())
                        .peerVpcId(accepter.vpc())
                        .peerOwnerId(accepter.account())
                        .peerRegion(region))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
    }

    private static String connect(Site requester, Site accepter) {
        String id = request(requester, accepter);
        accepter.ec2().acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(id));
        return id;
    }

    private static String code(JsonNode flow) {
        return flow.get("allowed").booleanValue() ? "" : flow.get("code").stringValue();
    }
}

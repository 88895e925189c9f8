package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.network.transitgateway.TransitHub;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;
import tools.jackson.databind.JsonNode;

/**
 * Traffic between the VPCs of a transit gateway (AWS documentation: Amazon VPC Transit Gateways guide; VPC User Guide,
 * flow log record examples, whose addresses these are).
 */
@EmulatorTest
class TransitGatewayPathTest {

    private static final String CLIENT = "10.20.33.164";
    private static final String SERVER = "10.40.2.236";

    @Autowired
    private Aws aws;

    private TransitHub hub;
    private TransitSites sites;
    private TrafficApi traffic;
    private TransitSites.Site here;
    private TransitSites.Site there;
    private String nearSubnet;
    private String farSubnet;
    private String hereAttachment;
    private String thereAttachment;

    /** The client's zone has an interface of the gateway in both VPCs, the server's only in its own. */
    @BeforeEach
    void newNetwork() {
        hub = new TransitHub(aws, o -> o.securityGroupReferencingSupport("enable"));
        sites = new TransitSites(hub);
        traffic = new TrafficApi(aws.endpoint(), hub.account);
        here = sites.site("10.20.0.0/16", "10.20.33.0/24", "us-east-1a", CLIENT);
        there = sites.site("10.40.0.0/16", "10.40.2.0/24", "us-east-1b", SERVER);
        nearSubnet = hub.subnet(there.vpc(), "10.40.1.0/24", "us-east-1a");
        farSubnet = there.subnet();
        hereAttachment = hub.attach(here.vpc(), here.subnet(), hub.subnet(here.vpc(), "10.20.34.0/24", "us-east-1b"))
                .transitGatewayAttachmentId();
        thereAttachment = hub.attach(there.vpc(), nearSubnet, farSubnet).transitGatewayAttachmentId();
    }

    @Test
    void routesGroupsAndBothVpcsRecord() throws Exception {
        assertThat(code()).isEqualTo("NO_ROUTE_TO_DESTINATION");
        sites.route(here, "10.40.0.0/16");
        assertThat(code()).isEqualTo("ENI_SG_RULES_MISMATCH");
        allow("10.20.0.0/16");
        JsonNode oneWay = send();
        assertThat(oneWay.get("stoppedAt").get("component").stringValue()).isEqualTo(there.table());
        sites.route(there, "10.20.0.0/16");
        JsonNode sent = send();
        assertThat(sent.get("allowed").booleanValue()).as(sent.toString()).isTrue();
        String in = sites.gatewayInterface(here.subnet());
        String near = sites.gatewayInterface(nearSubnet);
        String far = sites.gatewayInterface(farSubnet);
        String back = sites.gatewayInterface(sites.otherSubnetOf(here));
        assertThat(records(sent))
                .containsExactly(
                        here.eni() + " egress " + CLIENT + " " + SERVER,
                        in + " ingress " + CLIENT + " " + sites.address(in),
                        near + " egress " + sites.address(near) + " " + SERVER,
                        there.eni() + " ingress " + CLIENT + " " + SERVER,
                        there.eni() + " egress " + SERVER + " " + CLIENT,
                        far + " ingress " + SERVER + " " + sites.address(far),
                        back + " egress " + sites.address(back) + " " + CLIENT,
                        here.eni() + " ingress " + SERVER + " " + CLIENT);
        assertThat(sent.get("records").valueStream().map(r -> r.get("packetSourceAddress")
                        .stringValue()))
                .containsOnly(CLIENT, SERVER);
    }

    @Test
    void aRouteNeedsAnAttachment() {
        String id = hub.id();
        String lone = hub.vpc("10.60.0.0/16");
        Expect.awsError(
                "InvalidTransitGatewayID.NotFound",
                () -> hub.ec2.createRoute(r -> r.routeTableId(sites.table(lone))
                        .destinationCidrBlock("10.0.0.0/8")
                        .transitGatewayId(id)));
        sites.route(here, "10.40.0.0/16");
        assertThat(hub.ec2
                        .describeRouteTables(r -> r.routeTableIds(here.table()))
                        .routeTables()
                        .get(0)
                        .routes())
                .filteredOn(route -> id.equals(route.transitGatewayId()))
                .extracting(Route::stateAsString)
                .containsExactly("active");
    }

    @Test
    void aZoneWithoutASubnetOfTheAttachmentDoesNotReachTheGateway() throws Exception {
        sites.route(here, "10.40.0.0/16");
        hub.ec2.modifyTransitGatewayVpcAttachment(
                r -> r.transitGatewayAttachmentId(hereAttachment).removeSubnetIds(here.subnet()));
        JsonNode stopped = send();
        assertThat(stopped.get("code").stringValue()).isEqualTo("TGW_ROUTE_AZ_RESTRICTION");
        assertThat(stopped.get("stoppedAt").get("component").stringValue()).isEqualTo(hereAttachment);
    }

    @Test
    void theGatewaysRouteTableDecides() throws Exception {
        sites.route(here, "10.40.0.0/16");
        allow("10.20.0.0/16");
        sites.route(there, "10.20.0.0/16");
        hub.ec2.createTransitGatewayRoute(r -> r.transitGatewayRouteTableId(hub.table)
                .destinationCidrBlock("10.40.2.0/24")
                .blackhole(true));
        assertThat(code()).isEqualTo("TGW_RTB_BAD_STATE_ROUTE");
        hub.ec2.deleteTransitGatewayRoute(
                r -> r.transitGatewayRouteTableId(hub.table).destinationCidrBlock("10.40.2.0/24"));
        hub.ec2.disableTransitGatewayRouteTablePropagation(
                r -> r.transitGatewayRouteTableId(hub.table).transitGatewayAttachmentId(thereAttachment));
        assertThat(code()).isEqualTo("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT");
        hub.ec2.disassociateTransitGatewayRouteTable(
                r -> r.transitGatewayRouteTableId(hub.table).transitGatewayAttachmentId(hereAttachment));
        assertThat(code()).isEqualTo("TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION");
    }

    /** A VPC in the middle inspects traffic between two tables, as in the guide's example of an appliance. */
    @Test
    void aMiddleVpcForwardsInApplianceMode() throws Exception {
        sites.route(here, "10.40.0.0/16");
        sites.route(there, "10.20.0.0/16");
        allow("10.20.0.0/16");
        TransitSites.Site middle = sites.site("10.50.0.0/16", "10.50.2.0/24", "us-east-1a", "10.50.2.9");
        hub.ec2.modifyNetworkInterfaceAttribute(
                r -> r.networkInterfaceId(middle.eni()).sourceDestCheck(v -> v.value(false)));
        hub.ec2.authorizeSecurityGroupIngress(r -> r.groupId(middle.group())
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("-1")
                        .ipRanges(i -> i.cidrIp("0.0.0.0/0"))
                        .build()));
        String gatewaySubnet = hub.subnet(middle.vpc(), "10.50.1.0/24", "us-east-1a");
        String inspection = hub.attach(
                        middle.vpc(), r -> r.subnetIds(gatewaySubnet).options(o -> o.applianceModeSupport("enable")))
                .transitGatewayAttachmentId();
        String toAppliance = hub.ec2
                .createRouteTable(r -> r.vpcId(middle.vpc()))
                .routeTable()
                .routeTableId();
        hub.ec2.associateRouteTable(r -> r.routeTableId(toAppliance).subnetId(gatewaySubnet));
        hub.ec2.createRoute(r ->
                r.routeTableId(toAppliance).destinationCidrBlock("0.0.0.0/0").networkInterfaceId(middle.eni()));
        hub.ec2.createRoute(r ->
                r.routeTableId(middle.table()).destinationCidrBlock("0.0.0.0/0").transitGatewayId(hub.id()));
        String spokes = hub.newTable();
        hub.ec2.createTransitGatewayRoute(r -> r.transitGatewayRouteTableId(spokes)
                .destinationCidrBlock("0.0.0.0/0")
                .transitGatewayAttachmentId(inspection));
        for (String spoke : List.of(hereAttachment, thereAttachment)) {
            hub.ec2.disassociateTransitGatewayRouteTable(
                    r -> r.transitGatewayRouteTableId(hub.table).transitGatewayAttachmentId(spoke));
            hub.ec2.associateTransitGatewayRouteTable(
                    r -> r.transitGatewayRouteTableId(spokes).transitGatewayAttachmentId(spoke));
        }
        JsonNode sent = send();
        assertThat(sent.get("allowed").booleanValue()).as(sent.toString()).isTrue();
        assertThat(records(sent))
                .filteredOn(record -> record.startsWith(middle.eni()))
                .hasSize(4);
    }

    /** Inbound rules may name groups of other attached VPCs if the gateway and both attachments allow it. */
    @Test
    void rulesReferToGroupsOfOtherVpcs() throws Exception {
        sites.route(here, "10.40.0.0/16");
        sites.route(there, "10.20.0.0/16");
        hub.ec2.authorizeSecurityGroupIngress(r -> r.groupId(there.group())
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(80)
                        .toPort(80)
                        .userIdGroupPairs(
                                UserIdGroupPair.builder().groupId(here.group()).build())
                        .build()));
        assertThat(send().get("allowed").booleanValue()).isTrue();
        assertThat(hub.ec2
                        .describeSecurityGroupReferences(r -> r.groupId(here.group()))
                        .securityGroupReferenceSet())
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.referencingVpcId()).isEqualTo(there.vpc());
                    assertThat(reference.transitGatewayId()).isEqualTo(hub.id());
                });
        assertThat(stale()).isEmpty();
        hub.ec2.modifyTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(hereAttachment)
                .options(o -> o.securityGroupReferencingSupport("disable")));
        assertThat(code()).isEqualTo("ENI_SG_RULES_MISMATCH");
        assertThat(stale()).containsExactly(there.group());
    }

    /** The ACL of the gateway's subnet sees what leaves the gateway for another subnet, by its destination. */
    @Test
    void theAclOfTheGatewaysSubnetIsAsked() throws Exception {
        sites.route(here, "10.40.0.0/16");
        sites.route(there, "10.20.0.0/16");
        allow("10.20.0.0/16");
        String acl =
                hub.ec2.createNetworkAcl(r -> r.vpcId(there.vpc())).networkAcl().networkAclId();
        String association = hub
                .ec2
                .describeNetworkAcls(r -> r.filters(Filter.builder()
                        .name("association.subnet-id")
                        .values(nearSubnet)
                        .build()))
                .networkAcls()
                .get(0)
                .associations()
                .stream()
                .filter(of -> of.subnetId().equals(nearSubnet))
                .findFirst()
                .orElseThrow()
                .networkAclAssociationId();
        hub.ec2.replaceNetworkAclAssociation(r -> r.associationId(association).networkAclId(acl));
        JsonNode denied = send();
        assertThat(denied.get("code").stringValue()).isEqualTo("SUBNET_ACL_RESTRICTION");
        assertThat(denied.get("stoppedAt").get("component").stringValue()).isEqualTo(acl);
    }

    /** The usual reason for a hub: one VPC has the interface endpoints of all. */
    @Test
    void aCentralEndpointIsReachedFromOtherVpcs() throws Exception {
        sites.route(here, "10.40.0.0/16");
        sites.route(there, "10.20.0.0/16");
        hub.ec2.authorizeSecurityGroupIngress(r -> r.groupId(there.group())
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(443)
                        .toPort(443)
                        .ipRanges(i -> i.cidrIp("10.20.0.0/16"))
                        .build()));
        String endpoint = hub.ec2
                .createVpcEndpoint(r -> r.vpcId(there.vpc())
                        .vpcEndpointType("Interface")
                        .serviceName("com.amazonaws.us-east-1.ssm")
                        .subnetIds(farSubnet)
                        .securityGroupIds(there.group()))
                .vpcEndpoint()
                .networkInterfaceIds()
                .get(0);
        JsonNode sent = traffic.tcp(here.eni(), sites.address(endpoint), 443);
        assertThat(sent.get("allowed").booleanValue()).as(sent.toString()).isTrue();
    }

    private List<String> stale() {
        return hub.ec2.describeStaleSecurityGroups(r -> r.vpcId(there.vpc())).staleSecurityGroupSet().stream()
                .map(group -> group.groupId())
                .toList();
    }

    private void allow(String cidr) {
        hub.ec2.authorizeSecurityGroupIngress(r -> r.groupId(there.group())
                .ipPermissions(IpPermission.builder()
                        .ipProtocol("tcp")
                        .fromPort(80)
                        .toPort(80)
                        .ipRanges(i -> i.cidrIp(cidr))
                        .build()));
    }

    private JsonNode send() throws Exception {
        return traffic.tcp(here.eni(), SERVER, 80);
    }

    private String code() throws Exception {
        return send().get("code").stringValue();
    }

    private static List<String> records(JsonNode answer) {
        return answer.get("records")
                .valueStream()
                .map(record -> record.get("interfaceId").stringValue() + " "
                        + record.get("direction").stringValue() + " "
                        + record.get("sourceAddress").stringValue() + " "
                        + record.get("destinationAddress").stringValue())
                .toList();
    }
}

package io.vpclocal.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;
import software.amazon.awssdk.services.ec2.model.PathComponent;

/**
 * Paths through a transit gateway (AWS documentation, Reachability Analyzer guide: explanation codes). UNVERIFIED: that the
 * interfaces of the transit gateway are components.
 */
@EmulatorTest
class TransitPathTest {

    @Autowired
    private Aws aws;

    private Site site;
    private Ec2Client ec2;
    private String gateway;
    private String table;
    private String hereAttachment;
    private String thereAttachment;
    private String target;
    private String path;

    @BeforeEach
    void newNetwork() {
        site = new Site(aws);
        ec2 = site.ec2;
        gateway = ec2.createTransitGateway().transitGateway().transitGatewayId();
        table = ec2.describeTransitGateways().transitGateways().get(0).options().associationDefaultRouteTableId();
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.9.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(
                        r -> r.vpcId(vpc).cidrBlock("10.9.1.0/24").availabilityZone("us-east-1b"))
                .subnet()
                .subnetId();
        String group = ec2.createSecurityGroup(
                        r -> r.vpcId(vpc).groupName("there").description("there"))
                .groupId();
        target = site.networkInterface(subnet, "10.9.1.5", group);
        site.allow(group, 443, "10.0.0.0/16");
        hereAttachment = attach(site.vpc, site.privateSubnet);
        thereAttachment = attach(vpc, subnet);
        route(site.vpc, "10.9.0.0/16");
        route(vpc, "10.0.0.0/16");
        path = site.path(site.client, target, 443);
    }

    @Test
    void thePathHasTheGatewayBetweenItsAttachments() {
        NetworkInsightsAnalysis found = site.analyze(path);
        assertThat(found.networkPathFound()).as(found.toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .containsSubsequence(site.client, hereAttachment, gateway, thereAttachment, target);
        PathComponent hop = found.forwardPathComponents().stream()
                .filter(component -> component.component().id().equals(gateway))
                .findFirst()
                .orElseThrow();
        assertThat(hop.transitGatewayRouteTableRoute().destinationCidr()).isEqualTo("10.9.0.0/16");
        assertThat(hop.transitGatewayRouteTableRoute().routeOrigin()).isEqualTo("propagated");
        assertThat(hop.transitGatewayRouteTableRoute().attachmentId()).isEqualTo(thereAttachment);
        assertThat(Site.components(found.returnPathComponents()))
                .containsSubsequence(target, thereAttachment, gateway, hereAttachment, site.client);
    }

    @Test
    void aBlackHoleIsExplained() {
        ec2.createTransitGatewayRoute(r -> r.transitGatewayRouteTableId(table)
                .destinationCidrBlock("10.9.1.0/24")
                .blackhole(true));
        explained("TGW_RTB_BAD_STATE_ROUTE");
    }

    @Test
    void aMissingRouteIsExplained() {
        ec2.disableTransitGatewayRouteTablePropagation(
                r -> r.transitGatewayRouteTableId(table).transitGatewayAttachmentId(thereAttachment));
        explained("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT");
    }

    @Test
    void aMissingAssociationIsExplained() {
        ec2.disassociateTransitGatewayRouteTable(
                r -> r.transitGatewayRouteTableId(table).transitGatewayAttachmentId(hereAttachment));
        explained("TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION");
    }

    @Test
    void aZoneWithoutTheGatewayIsExplained() {
        ec2.modifyTransitGatewayVpcAttachment(r -> r.transitGatewayAttachmentId(hereAttachment)
                .addSubnetIds(site.publicSubnet)
                .removeSubnetIds(site.privateSubnet));
        explained("TGW_ROUTE_AZ_RESTRICTION");
    }

    @Test
    void gatewaysAreNoEndsOfPaths() {
        for (String end : List.of(gateway, hereAttachment)) {
            Expect.awsError("UnsupportedOperation", () -> site.path(end, target, 443));
        }
    }

    private void explained(String code) {
        NetworkInsightsAnalysis lost = site.analyze(path);
        assertThat(lost.networkPathFound()).isFalse();
        assertThat(lost.explanations())
                .filteredOn(explanation -> code.equals(explanation.explanationCode()))
                .singleElement()
                .satisfies(explanation -> {
                    assertThat(explanation.transitGateway().id()).isEqualTo(gateway);
                    assertThat(explanation.transitGatewayAttachment().id()).isEqualTo(hereAttachment);
                });
    }

    private String attach(String vpc, String subnet) {
        return ec2.createTransitGatewayVpcAttachment(
                        r -> r.transitGatewayId(gateway).vpcId(vpc).subnetIds(subnet))
                .transitGatewayVpcAttachment()
                .transitGatewayAttachmentId();
    }

    private void route(String vpc, String cidr) {
        String main = ec2.describeRouteTables(r -> r.filters(
                        Filter.builder().name("vpc-id").values(vpc).build(),
                        Filter.builder().name("association.main").values("true").build()))
                .routeTables()
                .get(0)
                .routeTableId();
        ec2.createRoute(r -> r.routeTableId(main).destinationCidrBlock(cidr).transitGatewayId(gateway));
    }
}

package io.vpclocal.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.AnalysisComponent;
import software.amazon.awssdk.services.ec2.model.AnalysisStatus;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsPath;
import software.amazon.awssdk.services.ec2.model.PathComponent;
import software.amazon.awssdk.services.ec2.model.Subnet;

/**
 * Paths and their analyses (AWS documentation, Reachability Analyzer guide: "Getting started using the AWS CLI", whose
 * example outputs give the components of a path in order, and which headers each shows).
 */
@EmulatorTest
class ReachabilityTest {

    @Autowired
    private Aws aws;

    private Site site;

    @BeforeEach
    void newSite() {
        site = new Site(aws);
    }

    @Test
    void aPathShowsItsRequest() {
        NetworkInsightsPath made = site.ec2
                .createNetworkInsightsPath(r -> r.source(site.gateway)
                        .destination("arn:aws:ec2:us-east-1:" + site.account + ":network-interface/" + site.server)
                        .protocol("TCP")
                        .filterAtSource(
                                f -> f.destinationPortRange(p -> p.fromPort(22).toPort(22)))
                        .tagSpecifications(t -> t.resourceType("network-insights-path")
                                .tags(tag -> tag.key("Name").value("ssh"))))
                .networkInsightsPath();

        assertThat(made.networkInsightsPathId()).matches("nip-[0-9a-f]{17}");
        assertThat(made.networkInsightsPathArn())
                .isEqualTo("arn:aws:ec2:us-east-1:" + site.account + ":network-insights-path/"
                        + made.networkInsightsPathId());
        assertThat(made.source()).isEqualTo(site.gateway);
        assertThat(made.sourceArn())
                .isEqualTo("arn:aws:ec2:us-east-1:" + site.account + ":internet-gateway/" + site.gateway);
        assertThat(made.destination()).isEqualTo(site.server);
        assertThat(made.protocolAsString()).isEqualTo("tcp");
        assertThat(made.filterAtSource().destinationPortRange().fromPort()).isEqualTo(22);
        assertThat(site.ec2
                        .describeNetworkInsightsPaths(r -> r.networkInsightsPathIds(made.networkInsightsPathId()))
                        .networkInsightsPaths())
                .containsExactly(made);
    }

    @Test
    void theInternetReachesAServerThroughGatewayAclAndGroup() {
        site.allow(site.serverGroup, 22, "0.0.0.0/0");
        NetworkInsightsAnalysis analysis = site.analyze(site.path(r -> r.source(site.gateway)
                .destination(site.server)
                .protocol("tcp")
                .filterAtSource(f -> f.destinationPortRange(p -> p.fromPort(22).toPort(22)))));

        assertThat(analysis.status()).isEqualTo(AnalysisStatus.SUCCEEDED);
        assertThat(analysis.networkPathFound()).isTrue();
        assertThat(analysis.explanations()).isEmpty();
        List<PathComponent> there = analysis.forwardPathComponents();
        assertThat(Site.components(there)).containsExactly(site.gateway, acl(), site.serverGroup, site.server);
        assertThat(there).extracting(PathComponent::sequenceNumber).containsExactly(1, 2, 3, 4);
        PathComponent gateway = there.get(0);
        assertThat(gateway.vpc().id()).isEqualTo(site.vpc);
        assertThat(gateway.outboundHeader().destinationAddresses()).containsExactly("10.0.0.5/32");
        assertThat(gateway.outboundHeader().sourceAddresses()).isEmpty();
        assertThat(gateway.inboundHeader().destinationAddresses()).containsExactly(site.serverAddress + "/32");
        assertThat(gateway.inboundHeader().protocol()).isEqualTo("6");
        // The documented list, without the shared range that AWS leaves out since 2024 (User Guide, BPA example).
        assertThat(gateway.inboundHeader().sourceAddresses())
                .startsWith("0.0.0.0/5", "100.0.0.0/10", "100.128.0.0/9")
                .contains("11.0.0.0/8", "12.0.0.0/6", "128.0.0.0/3", "192.169.0.0/16", "8.0.0.0/7");
        assertThat(gateway.inboundHeader().sourcePortRanges()).singleElement().satisfies(ports -> {
            assertThat(ports.from()).isZero();
            assertThat(ports.to()).isEqualTo(65_535);
        });
        assertThat(there.get(1).aclRule().ruleNumber()).isEqualTo(100);
        assertThat(there.get(1).aclRule().protocol()).isEqualTo("all");
        assertThat(there.get(2).securityGroupRule().direction()).isEqualTo("ingress");
        assertThat(there.get(2).securityGroupRule().portRange().from()).isEqualTo(22);
        assertThat(there.get(3).subnet().id()).isEqualTo(site.publicSubnet);

        List<PathComponent> back = analysis.returnPathComponents();
        assertThat(Site.components(back))
                .containsExactly(site.server, site.serverGroup, acl(), site.publicTable, site.gateway);
        assertThat(back.get(1).securityGroupRule()).as("tracked").isNull();
        assertThat(back.get(3).routeTableRoute().gatewayId()).isEqualTo(site.gateway);
        assertThat(back.get(3).routeTableRoute().origin()).isEqualTo("createroute");
        assertThat(back.get(4).outboundHeader().sourceAddresses()).containsExactly(site.serverAddress + "/32");
    }

    @Test
    void twoInterfacesMeetThroughGroupAclAndRouteTable() {
        site.allow(site.serverGroup, 443, "10.0.1.0/24");
        NetworkInsightsAnalysis analysis = site.analyze(site.path(site.client, site.server, 443));
        assertThat(analysis.networkPathFound()).isTrue();
        assertThat(Site.components(analysis.forwardPathComponents()))
                .hasSize(7)
                .startsWith(site.client, site.clientGroup, acl())
                .endsWith(acl(), site.serverGroup, site.server);
        assertThat(analysis.forwardPathComponents().get(3).routeTableRoute().gatewayId())
                .isEqualTo("local");
        assertThat(analysis.forwardPathComponents().get(6).additionalDetails())
                .singleElement()
                .satisfies(detail -> assertThat(detail.additionalDetailType()).isEqualTo("AVAILABILITY_ZONE_CROSSED"));
        PathComponent first = analysis.forwardPathComponents().get(0);
        assertThat(first.outboundHeader().destinationPortRanges().get(0).from()).isEqualTo(443);
        assertThat(analysis.returnPathComponents()).hasSize(7);
    }

    @Test
    void instancesStandAtTheEndsOfTheirPaths() {
        String instance = site.ec2
                .runInstances(r -> r.imageId("ami-12345678")
                        .minCount(1)
                        .maxCount(1)
                        .subnetId(site.privateSubnet)
                        .securityGroupIds(site.clientGroup)
                        .tagSpecifications(t -> t.resourceType("instance")
                                .tags(n -> n.key("Name").value("web"))))
                .instances()
                .get(0)
                .instanceId();
        site.allow(site.serverGroup, 443, "10.0.0.0/16");
        NetworkInsightsAnalysis analysis = site.analyze(site.path(instance, site.server, 443));
        assertThat(analysis.forwardPathComponents().get(0).component())
                .isEqualTo(AnalysisComponent.builder()
                        .id(instance)
                        .arn("arn:aws:ec2:us-east-1:" + site.account + ":instance/" + instance)
                        .name("web")
                        .build());
        assertThat(analysis.forwardPathComponents().get(1).attachedTo().id()).isEqualTo(instance);
        assertThat(analysis.returnPathComponents()
                        .get(analysis.returnPathComponents().size() - 1)
                        .component()
                        .id())
                .isEqualTo(instance);
    }

    /** AWS documentation: the explanation of Example 1 of "Get the results of the path analysis". */
    @Test
    void aGroupWithoutTheRuleIsNamedWithItsInterface() {
        NetworkInsightsAnalysis analysis = site.analyze(site.path(site.client, site.server, 443));
        assertThat(analysis.networkPathFound()).isFalse();
        assertThat(analysis.forwardPathComponents()).isEmpty();
        Explanation mismatch = analysis.explanations().get(0);
        assertThat(mismatch.explanationCode()).isEqualTo("ENI_SG_RULES_MISMATCH");
        assertThat(mismatch.direction()).isEqualTo("ingress");
        assertThat(mismatch.networkInterface().id()).isEqualTo(site.server);
        assertThat(mismatch.securityGroups()).extracting(AnalysisComponent::id).containsExactly(site.serverGroup);
        assertThat(mismatch.vpc().id()).isEqualTo(site.vpc);
        assertThat(Site.codes(analysis)).containsExactly("ENI_SG_RULES_MISMATCH", "SG_HAS_NO_RULES");
    }

    @Test
    void allObstaclesOfBothDirectionsAreNamed() {
        Subnet subnet = site.ec2
                .describeSubnets(r -> r.subnetIds(site.publicSubnet))
                .subnets()
                .get(0);
        site.ec2.createNetworkAclEntry(r -> r.networkAclId(acl())
                .egress(false)
                .ruleNumber(10)
                .ruleAction("deny")
                .protocol("6")
                .portRange(p -> p.from(443).to(443))
                .cidrBlock("10.0.1.0/24"));
        site.ec2.createNetworkAclEntry(r -> r.networkAclId(acl())
                .egress(true)
                .ruleNumber(10)
                .ruleAction("deny")
                .protocol("6")
                .portRange(p -> p.from(1024).to(65_535))
                .cidrBlock("10.0.1.0/24"));
        NetworkInsightsAnalysis analysis = site.analyze(site.path(site.client, site.server, 443));
        assertThat(subnet.vpcId()).isEqualTo(site.vpc);
        assertThat(Site.codes(analysis))
                .containsExactly(
                        "SUBNET_ACL_RESTRICTION", "ENI_SG_RULES_MISMATCH", "SG_HAS_NO_RULES", "SUBNET_ACL_RESTRICTION");
        assertThat(analysis.explanations().get(0).aclRule().ruleNumber()).isEqualTo(10);
        assertThat(analysis.explanations().get(3).direction()).isEqualTo("egress");
    }

    @Test
    void anAnalysisKeepsItsResultWhenTheNetworkChanges() {
        String path = site.path(site.client, site.server, 443);
        NetworkInsightsAnalysis before = site.analyze(path);
        site.allow(site.serverGroup, 443, "10.0.1.0/24");
        assertThat(site.analyze(path).networkPathFound()).isTrue();
        assertThat(site.describe(before.networkInsightsAnalysisId())).isEqualTo(before);
    }

    @Test
    void anAddressIsADestination() {
        NetworkInsightsAnalysis analysis = site.analyze(site.path(
                r -> r.source(site.server).protocol("tcp").filterAtSource(f -> f.destinationAddress("192.0.2.9")
                        .destinationPortRange(p -> p.fromPort(443).toPort(443)))));
        assertThat(analysis.networkPathFound()).isTrue();
        assertThat(Site.components(analysis.forwardPathComponents()))
                .containsExactly(site.server, site.serverGroup, acl(), site.publicTable, site.gateway);
    }

    private String acl() {
        return site.ec2
                .describeNetworkAcls(r -> r.filters(f -> f.name("vpc-id").values(site.vpc)))
                .networkAcls()
                .get(0)
                .networkAclId();
    }
}

package io.vpclocal.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.testing.Aws;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;

/** The network that {@link JudgedGatewaysTest} and {@link JudgedConnectionsTest} change, with what their tests share. */
abstract class JudgedNetwork {

    @Autowired
    Aws aws;

    Site site;
    String main;

    @BeforeEach
    void newSite() {
        site = new Site(aws);
        main = main(site.vpc);
    }

    /** A VPC of the same account behind a peering connection. */
    final class Peer {

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

    static Explanation only(NetworkInsightsAnalysis analysis, String code) {
        assertThat(Site.codes(analysis)).as(analysis.explanations().toString()).containsExactly(code);
        return analysis.explanations().get(0);
    }

    String toInternet(String source) {
        return site.path(source, site.gateway, 443);
    }

    String to(String source, String address, String destination) {
        return site.path(
                r -> r.source(source).destination(destination).protocol("tcp").filterAtSource(f -> f.destinationAddress(
                                address)
                        .destinationPortRange(p -> p.fromPort(443).toPort(443))));
    }

    NetworkInsightsAnalysis filteredOut(String path, String resource) {
        String arn = "arn:aws:ec2:us-east-1:" + site.account + ":" + resource;
        return site.describe(site.ec2
                .startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path).filterOutArns(List.of(arn)))
                .networkInsightsAnalysis()
                .networkInsightsAnalysisId());
    }

    String nat(String subnet) {
        String address = site.ec2.allocateAddress(r -> r.domain("vpc")).allocationId();
        return site.ec2
                .createNatGateway(r -> r.subnetId(subnet).allocationId(address))
                .natGateway()
                .natGatewayId();
    }

    /** A new route table of a subnet. */
    String table(String subnet) {
        String table =
                site.ec2.createRouteTable(r -> r.vpcId(site.vpc)).routeTable().routeTableId();
        associate(table, subnet);
        return table;
    }

    void associate(String table, String subnet) {
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

    void route(String table, Consumer<CreateRouteRequest.Builder> to) {
        site.ec2.createRoute(r -> {
            r.routeTableId(table);
            to.accept(r);
        });
    }

    String main(String vpc) {
        return site.ec2
                .describeRouteTables(r -> r.filters(f -> f.name("vpc-id").values(vpc), f -> f.name("association.main")
                        .values("true")))
                .routeTables()
                .get(0)
                .routeTableId();
    }
}

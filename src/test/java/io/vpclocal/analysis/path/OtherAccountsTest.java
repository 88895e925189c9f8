package io.vpclocal.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsPathRequest;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;
import software.amazon.awssdk.services.ec2.model.PathComponent;

/**
 * Paths through a peering connection with another account (AWS documentation, Reachability Analyzer guide: cross-account
 * analyses, explanation codes; API Reference: {@code AdditionalAccounts}, {@code SuggestedAccounts}). AWS limits them to
 * the accounts of an organization. Our guess: the accounts of the ends are named too.
 */
@EmulatorTest
class OtherAccountsTest {

    @Autowired
    private Aws aws;

    private Site site;
    private String account;
    private Ec2Client there;
    private String table;
    private String group;
    private String peer;
    private String connection;

    /** The peer, 10.1.1.5, has no rules; only this side has a route. */
    @BeforeEach
    void peeredVpcs() {
        site = new Site(aws);
        account = Aws.newAccount();
        there = aws.ec2(account);
        String vpc = there.createVpc(r -> r.cidrBlock("10.1.0.0/16")).vpc().vpcId();
        String subnet = there.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.1.1.0/24"))
                .subnet()
                .subnetId();
        group = there.createSecurityGroup(r -> r.vpcId(vpc).groupName("peer").description("peer"))
                .groupId();
        peer = there.createNetworkInterface(
                        r -> r.subnetId(subnet).privateIpAddress("10.1.1.5").groups(group))
                .networkInterface()
                .networkInterfaceId();
        connection = site.ec2
                .createVpcPeeringConnection(
                        r -> r.vpcId(site.vpc).peerVpcId(vpc).peerOwnerId(account))
                .vpcPeeringConnection()
                .vpcPeeringConnectionId();
        there.acceptVpcPeeringConnection(r -> r.vpcPeeringConnectionId(connection));
        table = main(there, vpc);
        String own = main(site.ec2, site.vpc);
        site.ec2.createRoute(
                r -> r.routeTableId(own).destinationCidrBlock("10.1.0.0/16").vpcPeeringConnectionId(connection));
    }

    @Test
    void aPathIntoAnotherAccountNeedsThatAccount() {
        String path = path(r -> r.filterAtSource(f -> f.destinationAddress("10.1.1.5")
                .destinationPortRange(p -> p.fromPort(443).toPort(443))));

        NetworkInsightsAnalysis without = analyze(path);
        assertThat(without.networkPathFound()).isFalse();
        assertThat(Site.codes(without)).containsExactly("NO_POSSIBLE_DESTINATION");
        assertThat(without.explanations().get(0).vpcPeeringConnection().id()).isEqualTo(connection);
        assertThat(without.suggestedAccounts()).containsExactly(account);
        assertThat(without.warningMessage()).contains(account);

        NetworkInsightsAnalysis with = analyze(path, account);
        assertThat(with.additionalAccounts()).containsExactly(account);
        assertThat(with.suggestedAccounts()).isEmpty();
        assertThat(with.warningMessage()).isNull();
        assertThat(Site.codes(with))
                .containsExactly("ENI_SG_RULES_MISMATCH", "SG_HAS_NO_RULES", "NO_ROUTE_TO_DESTINATION");
        Explanation mismatch = with.explanations().get(0);
        assertThat(mismatch.networkInterface().arn()).isEqualTo(arn("network-interface/" + peer));
        assertThat(mismatch.securityGroups().get(0).arn()).isEqualTo(arn("security-group/" + group));
        assertThat(with.explanations().get(2).routeTable().arn()).isEqualTo(arn("route-table/" + table));
    }

    @Test
    void anEndOfAnotherAccountIsGivenByArn() {
        admit();
        String path = path(r -> r.destination(arn("network-interface/" + peer)).destinationPort(443));

        NetworkInsightsAnalysis unknown = analyze(path);
        assertThat(Site.codes(unknown)).containsExactly("UNKNOWN_RESOURCE");
        assertThat(unknown.explanations().get(0).componentAccount()).isEqualTo(account);
        assertThat(unknown.suggestedAccounts()).containsExactly(account);

        NetworkInsightsAnalysis found = analyze(path, account);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .startsWith(site.client, site.clientGroup)
                .endsWith(group, peer)
                .contains(connection);
        PathComponent carried = found.forwardPathComponents().stream()
                .filter(one -> one.component().id().equals(connection))
                .findFirst()
                .orElseThrow();
        assertThat(carried.sourceVpc().arn()).contains(site.account);
        assertThat(carried.destinationVpc().arn()).contains(account);
        assertThat(Site.components(found.returnPathComponents()))
                .startsWith(peer)
                .contains(table, connection)
                .endsWith(site.client);
    }

    @Test
    void aPathBeginsInAnotherAccount() {
        admit();
        site.allow(site.clientGroup, 22, "10.1.0.0/16");
        String path = site.path(r -> r.source(arn("network-interface/" + peer))
                .destination(site.client)
                .protocol("tcp")
                .destinationPort(22));
        NetworkInsightsAnalysis found = analyze(path, account);
        assertThat(found.networkPathFound()).as(found.explanations().toString()).isTrue();
        assertThat(Site.components(found.forwardPathComponents()))
                .startsWith(peer)
                .endsWith(site.client);
    }

    @Test
    void aPeeringConnectionIsADestinationAndASource() {
        admit();
        NetworkInsightsAnalysis to = analyze(path(r -> r.destination(connection).destinationPort(443)));
        assertThat(to.networkPathFound()).as(to.explanations().toString()).isTrue();
        assertThat(Site.components(to.forwardPathComponents()))
                .startsWith(site.client, site.clientGroup)
                .endsWith(connection);

        NetworkInsightsAnalysis from = analyze(
                site.path(r -> r.source(connection)
                        .destination(arn("network-interface/" + peer))
                        .protocol("tcp")
                        .destinationPort(443)),
                account);
        assertThat(from.networkPathFound()).as(from.explanations().toString()).isTrue();
        assertThat(Site.components(from.forwardPathComponents()))
                .startsWith(connection)
                .endsWith(group, peer);
    }

    @Test
    void aPeeringConnectionCarriesPacketsToAddressesThatAreNotInUse() {
        NetworkInsightsAnalysis unused = analyze(
                path(r -> r.destination(connection).filterAtSource(f -> f.destinationAddress("10.1.1.77"))), account);
        assertThat(unused.networkPathFound())
                .as(unused.explanations().toString())
                .isTrue();
    }

    @Test
    void groupsOfAnAccountOutsideOfTheAnalysisAreUnknown() {
        site.ec2.revokeSecurityGroupEgress(r -> r.groupId(site.clientGroup)
                .ipPermissions(p -> p.ipProtocol("-1").ipRanges(i -> i.cidrIp("0.0.0.0/0"))));
        site.ec2.authorizeSecurityGroupEgress(r -> r.groupId(site.clientGroup).ipPermissions(p -> p.ipProtocol("-1")
                .userIdGroupPairs(pair -> pair.groupId(group).userId(account))));
        String path = path(r -> r.destination(connection).destinationPort(443));
        NetworkInsightsAnalysis without = analyze(path);
        assertThat(Site.codes(without)).containsExactly("ENI_SG_RULES_MISMATCH", "UNKNOWN_PEERED_SGS");
        assertThat(without.explanations().get(1).vpcPeeringConnection().id()).isEqualTo(connection);
        NetworkInsightsAnalysis with = analyze(path, account);
        assertThat(with.networkPathFound()).as(with.explanations().toString()).isTrue();
    }

    /** The peer admits port 443 and has a route back. */
    private void admit() {
        there.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("10.0.0.0/16").vpcPeeringConnectionId(connection));
        there.authorizeSecurityGroupIngress(r -> r.groupId(group)
                .ipPermissions(
                        p -> p.ipProtocol("tcp").fromPort(443).toPort(443).ipRanges(i -> i.cidrIp("10.0.0.0/16"))));
    }

    private String path(Consumer<CreateNetworkInsightsPathRequest.Builder> more) {
        return site.path(r -> {
            r.source(site.client).protocol("tcp");
            more.accept(r);
        });
    }

    private NetworkInsightsAnalysis analyze(String path, String... accounts) {
        String id = site.ec2
                .startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path).additionalAccounts(List.of(accounts)))
                .networkInsightsAnalysis()
                .networkInsightsAnalysisId();
        return site.describe(id);
    }

    private String arn(String resource) {
        return "arn:aws:ec2:us-east-1:" + account + ":" + resource;
    }

    private static String main(Ec2Client ec2, String vpc) {
        return ec2.describeRouteTables(r -> r.filters(f -> f.name("vpc-id").values(vpc), f -> f.name("association.main")
                        .values("true")))
                .routeTables()
                .get(0)
                .routeTableId();
    }
}

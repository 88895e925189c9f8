package io.vpclocal.analysis.accessscope;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.AccessScopePathRequest;
import software.amazon.awssdk.services.ec2.model.FindingsFound;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAccessScopeAnalysis;

/** What statements of access scopes match (AWS documentation, Network Access Analyzer guide: access scopes). */
@EmulatorTest
class ScopeStatementsTest extends AccessScopeTests {

    /** The blocks of two exclusions overlap and together cover the internet. */
    @Test
    void overlappingExclusionsAddUp() {
        site.allow(site.serverGroup, 22, "0.0.0.0/0");
        AccessScopePathRequest low = from(h -> h.sourceAddresses("0.0.0.0/1", "128.0.0.0/3"));
        AccessScopePathRequest high = from(h -> h.sourceAddresses("128.0.0.0/1"));
        assertThat(analyze(fromType(INTERNET), low).findingsFound()).isEqualTo(FindingsFound.TRUE);
        assertThat(analyze(fromType(INTERNET), high).findingsFound()).isEqualTo(FindingsFound.TRUE);
        assertThat(analyze(fromType(INTERNET), low, high).findingsFound()).isEqualTo(FindingsFound.FALSE);
    }

    @Test
    void prefixListsAndRangesOfPortsNarrowHeaders() {
        site.allow(site.serverGroup, 443, "10.0.1.0/24");
        String list = site.ec2
                .createManagedPrefixList(r -> r.prefixListName("clients")
                        .addressFamily("IPv4")
                        .maxEntries(2)
                        .entries(e -> e.cidr("10.0.1.0/28")))
                .prefixList()
                .prefixListId();
        String other = site.networkInterface(site.privateSubnet, "10.0.1.77", site.clientGroup);
        NetworkInsightsAccessScopeAnalysis listed =
                analyze(from(h -> h.sourcePrefixLists(list).destinationPorts("440-450")));
        assertThat(findings(listed, 10).analysisFindings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(ids(finding)).startsWith(site.client).doesNotContain(other));
        assertThat(analyze(from(h -> h.sourcePrefixLists(list).destinationPorts("444-450")))
                        .findingsFound())
                .isEqualTo(FindingsFound.FALSE);
    }

    @Test
    void virtualPrivateGatewaysAreEndsOfPaths() {
        String gateway =
                site.ec2.createVpnGateway(r -> r.type("ipsec.1")).vpnGateway().vpnGatewayId();
        site.ec2.attachVpnGateway(r -> r.vpnGatewayId(gateway).vpcId(site.vpc));
        site.ec2.createRoute(r -> r.routeTableId(site.publicTable)
                .destinationCidrBlock("192.168.0.0/16")
                .gatewayId(gateway));
        AccessScopePathRequest to = AccessScopePathRequest.builder()
                .destination(d -> d.resourceStatement(r -> r.resourceTypes("AWS::EC2::VPNGateway")))
                .build();
        assertThat(findings(analyze(to), 10).analysisFindings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(ids(finding)).startsWith(site.server).endsWith(gateway));
        AccessScopePathRequest from = fromType("AWS::EC2::VPNGateway");
        assertThat(analyze(from).findingsFound()).isEqualTo(FindingsFound.FALSE);
        site.allow(site.serverGroup, 22, "192.168.0.0/16");
        assertThat(findings(analyze(from), 10).analysisFindings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(ids(finding)).startsWith(gateway).endsWith(site.server));
    }
}

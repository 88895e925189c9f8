package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.NamedCalls;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Page sizes and page tokens of every EC2 action that has them. The ranges are those of AWS's API model. Texts observed at
 * AWS by users and by another emulator's authors: DescribeVpcs, DescribeSubnets, DescribeRouteTables,
 * DescribeInternetGateways, DescribeSecurityGroups, DescribeSecurityGroupRules, DescribeInstances,
 * DescribeEgressOnlyInternetGateways, DescribeNatGateways. UNVERIFIED: the texts of the other actions.
 */
@EmulatorTest
class PagesTest {

    /** The action, its family of errors, the smallest and largest page, and what else it requires. */
    private static final List<String> ACTIONS = """
            DescribeAddressesAttribute classic 1 1000
            DescribeCarrierGateways named 5 1000
            DescribeDhcpOptions named 5 1000
            DescribeEgressOnlyInternetGateways compact 5 255
            DescribeFlowLogs classic 5 1000
            DescribeIamInstanceProfileAssociations classic 5 1000
            DescribeImages classic 1 1000
            DescribeInstanceConnectEndpoints validated 1 50
            DescribeInstanceCreditSpecifications classic 5 1000
            DescribeInstanceStatus classic 5 1000
            DescribeInstanceTypeOfferings classic 5 1000
            DescribeInstanceTypes classic 5 100
            DescribeInstances classic 5 1000
            DescribeInternetGateways named 5 1000
            DescribeLaunchTemplateVersions classic 1 200 LaunchTemplateId={TEMPLATE}
            DescribeLaunchTemplates classic 1 200
            DescribeManagedPrefixLists validated 1 100
            DescribeNatGateways validated 5 1000
            DescribeNetworkAcls named 5 1000
            DescribeNetworkInsightsAccessScopeAnalyses classic 1 100
            DescribeNetworkInsightsAccessScopes classic 1 100
            DescribeNetworkInsightsAnalyses classic 1 100
            DescribeNetworkInsightsPaths classic 1 100
            DescribeNetworkInterfacePermissions classic 5 255
            DescribeNetworkInterfaces named 5 1000
            DescribePrefixLists clamped 1 1000
            DescribeRouteTables named 5 100
            DescribeSecurityGroupRules quoted 5 1000
            DescribeSecurityGroupVpcAssociations classic 5 1000
            DescribeSecurityGroups classic 5 1000
            DescribeSpotInstanceRequests classic 5 1000
            DescribeStaleSecurityGroups classic 5 255 VpcId={VPC}
            DescribeSubnets named 5 1000
            DescribeTags classic 5 1000
            DescribeTransitGatewayAttachments classic 5 1000
            DescribeTransitGatewayRouteTables classic 5 1000
            DescribeTransitGatewayVpcAttachments classic 5 1000
            DescribeTransitGateways classic 5 1000
            DescribeVolumes classic 5 1000
            DescribeVolumesModifications classic 5 1000
            DescribeVpcBlockPublicAccessExclusions classic 5 1000
            DescribeVpcEndpointAssociations validated 1 100
            DescribeVpcEndpointConnectionNotifications clamped 1 1000
            DescribeVpcEndpointConnections clamped 1 1000
            DescribeVpcEndpointServiceConfigurations clamped 1 1000
            DescribeVpcEndpointServicePermissions clamped 1 1000 ServiceId={SERVICE}
            DescribeVpcEndpointServices clamped 1 1000
            DescribeVpcEndpoints clamped 1 1000
            DescribeVpcPeeringConnections named 5 1000
            DescribeVpcs named 5 1000
            GetManagedPrefixListAssociations validated 5 255 PrefixListId={LIST}
            GetManagedPrefixListEntries validated 1 100 PrefixListId={LIST}
            GetNetworkInsightsAccessScopeAnalysisFindings classic 1 1000 NetworkInsightsAccessScopeAnalysisId={ANALYSIS}
            GetSecurityGroupsForVpc classic 5 1000 VpcId={VPC}
            GetSubnetCidrReservations classic 5 1000 SubnetId={SUBNET}
            GetTransitGatewayAttachmentPropagations classic 5 1000 TransitGatewayAttachmentId={TGWATTACHMENT}
            GetTransitGatewayRouteTableAssociations classic 5 1000 TransitGatewayRouteTableId={TGWTABLE}
            GetTransitGatewayRouteTablePropagations classic 5 1000 TransitGatewayRouteTableId={TGWTABLE}
            SearchTransitGatewayRoutes classic 5 1000 TransitGatewayRouteTableId={TGWTABLE}&Filter.1.Name=state&Filter.1.Value.1=active
            """.lines().toList();

    private final String account = Aws.newAccount();

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry registry;

    static Stream<String> actions() {
        return ACTIONS.stream();
    }

    private record Paged(String action, String family, int least, int most, String required) {

        String form(String more) {
            return "Action=" + action + required + more;
        }

        String belowLeast(int size) {
            return switch (family) {
                case "named" ->
                    "InvalidParameterValue Value ( " + size + " ) for parameter MaxResults is invalid."
                            + " Expecting a value greater than or equal to " + least + ".";
                case "compact" ->
                    "InvalidParameterValue Value (" + size + ") for parameter maxResults is invalid."
                            + " Expecting a value greater than " + least + ".";
                case "validated" ->
                    "InvalidParameter 1 validation error detected: Value '" + size + "' at 'maxResults' failed to"
                            + " satisfy constraint: Member must have value greater than or equal to " + least;
                default ->
                    "InvalidParameterValue Value ( " + size + " ) for parameter maxResults is invalid."
                            + " Expecting a value greater than " + least + ".";
            };
        }

        String aboveMost(int size) {
            return switch (family) {
                case "named" ->
                    "InvalidParameterValue Value ( " + size + " ) for parameter MaxResults is invalid."
                            + " Expecting a value smaller than or equal to " + most + ".";
                case "compact" ->
                    "InvalidParameterValue Value (" + size + ") for parameter maxResults is invalid."
                            + " Expecting a value less than " + most + ".";
                case "validated" ->
                    "InvalidParameter 1 validation error detected: Value '" + size + "' at 'maxResults' failed to"
                            + " satisfy constraint: Member must have value less than or equal to " + most;
                case "clamped" -> "";
                default ->
                    "InvalidParameterValue Value ( " + size + " ) for parameter maxResults is invalid."
                            + " Expecting a value smaller than " + most + ".";
            };
        }

        String badToken(String token) {
            return switch (family) {
                case "named" ->
                    "InvalidParameterValue Value ( " + token + " ) for parameter NextToken is invalid. The token is"
                            + " invalid.";
                case "classic" -> "InvalidParameterValue Unable to parse pagination token";
                default -> "InvalidPaginationToken Next token '" + token + "' is invalid";
            };
        }
    }

    @ParameterizedTest
    @MethodSource("actions")
    void pageSizesAndTokens(String line) throws Exception {
        Paged paged = paged(line);
        for (int size : new int[] {-1, 0, paged.least - 1}) {
            assertThat(error(paged.form("&MaxResults=" + size))).isEqualTo(paged.belowLeast(size));
        }
        assertThat(error(paged.form("&MaxResults=" + paged.least))).isEmpty();
        assertThat(error(paged.form("&MaxResults=" + paged.most))).isEmpty();
        assertThat(error(paged.form("&MaxResults=" + (paged.most + 1)))).isEqualTo(paged.aboveMost(paged.most + 1));
        assertThat(error(paged.form("&NextToken="))).isEmpty();
        assertThat(error(paged.form("&NextToken=garbage"))).isEqualTo(paged.badToken("garbage"));
        String others = tokenOfServices();
        assertThat(error(paged.form("&NextToken=" + others))).isEqualTo(paged.badToken(others));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DescribeVpcs               | VpcId.1=vpc-0123456789abcdef0               | The parameter VpcIds cannot be used with the parameter MaxResults
            DescribeSubnets            | SubnetId.1=subnet-0123456789abcdef0         | The parameter SubnetIds cannot be used with the parameter MaxResults
            DescribeInternetGateways   | InternetGatewayId.1=igw-0123456789abcdef0   | The parameter InternetGatewayIds cannot be used with the parameter MaxResults
            DescribeRouteTables        | RouteTableId.1=rtb-0123456789abcdef0        | The parameter RouteTableIds cannot be used with the parameter MaxResults
            DescribeNetworkInterfaces  | NetworkInterfaceId.1=eni-0123456789abcdef0  | The parameter NetworkInterfaceIds cannot be used with the parameter MaxResults
            DescribeSecurityGroups     | GroupId.1=sg-0123456789abcdef0              | The parameter securityGroupIdSet cannot be used with the parameter maxResults
            DescribeSecurityGroupRules | SecurityGroupRuleId.1=sgr-0123456789abcdef0 | The parameter 'securityGroupRuleIds' may not be used in combination with 'maxResults'.
            DescribeInstances          | InstanceId.1=i-0123456789abcdef0            | The parameter instancesSet cannot be used with the parameter maxResults
            """)
    void idsExcludeAPageSize(String action, String id, String text) throws Exception {
        assertThat(error("Action=" + action + "&" + id + "&MaxResults=5"))
                .isEqualTo("InvalidParameterCombination " + text);
    }

    @Test
    void everyPagedActionIsInTheTable() {
        assertThat(ACTIONS.stream().map(line -> line.split(" ")[0]))
                .containsExactlyElementsOf(NamedCalls.actionsWith(registry, "MaxResults"));
    }

    private Paged paged(String line) {
        String[] words = line.split(" ");
        String required = words.length > 4 ? "&" + new SampleIds(aws, account).fill(words[4]) : "";
        return new Paged(words[0], words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]), required);
    }

    /** A valid token of another action or, for DescribeVpcEndpointServices, with other filters. */
    private String tokenOfServices() {
        return aws.ec2(account)
                .describeVpcEndpointServices(
                        r -> r.maxResults(1).filters(f -> f.name("service-type").values("Interface")))
                .nextToken();
    }

    private String error(String form) throws Exception {
        return new NamedCalls(aws, account).error(form);
    }
}

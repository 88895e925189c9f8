package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.RawHttp;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Filters of every EC2 action that has them. Texts of unknown filters and of too many values: reported by several users of
 * AWS, the latter for DescribeInstances, DescribeVolumes and DescribeVpcEndpoints. UNVERIFIED: the errors for a missing name
 * and missing values, and which other actions answer {@code InvalidParameterValue} for too many values.
 */
@EmulatorTest
class FiltersTest {

    /** The actions of AWS PrivateLink, with a valid filter. */
    private static final List<String> PRIVATE_LINK = """
            DescribeVpcEndpointAssociations vpc-endpoint-id
            DescribeVpcEndpointConnectionNotifications connection-notification-id
            DescribeVpcEndpointConnections service-id
            DescribeVpcEndpointServiceConfigurations service-id
            DescribeVpcEndpointServices service-name
            DescribeVpcEndpoints vpc-id
            """.lines().toList();

    /** The other actions, with a valid filter and what else they require. */
    private static final List<String> CLASSIC = """
            DescribeAddresses allocation-id
            DescribeAvailabilityZones zone-name
            DescribeCarrierGateways state
            DescribeCustomerGateways state
            DescribeDhcpOptions key
            DescribeEgressOnlyInternetGateways tag-key
            DescribeFlowLogs resource-id
            DescribeInstances vpc-id
            DescribeInternetGateways tag-key
            DescribeManagedPrefixLists prefix-list-id
            DescribeNatGateways vpc-id
            DescribeNetworkAcls vpc-id
            DescribeNetworkInsightsAccessScopeAnalyses tag-key
            DescribeNetworkInsightsAccessScopes tag-key
            DescribeNetworkInsightsAnalyses status
            DescribeNetworkInsightsPaths source
            DescribeNetworkInterfaces vpc-id
            DescribePrefixLists prefix-list-id
            DescribeRegions region-name
            DescribeRouteTables vpc-id
            DescribeSecurityGroupRules tag-key
            DescribeSecurityGroups vpc-id
            DescribeSubnets vpc-id
            DescribeTags key
            DescribeVpcBlockPublicAccessExclusions resource-arn
            DescribeVpcPeeringConnections status-code
            DescribeVpcs vpc-id
            DescribeVpnConnections state
            DescribeVpnGateways state
            GetSecurityGroupsForVpc group-id VpcId=VPC
            """.lines().toList();

    /** It needs a hosted service. The others: UNVERIFIED. */
    private static final Set<String> ELSEWHERE = Set.of(
            "DescribeVpcEndpointServicePermissions",
            "DescribeIamInstanceProfileAssociations",
            "DescribeImages",
            "DescribeInstanceConnectEndpoints",
            "DescribeInstanceCreditSpecifications",
            "DescribeInstanceStatus",
            "DescribeInstanceTypeOfferings",
            "DescribeInstanceTypes",
            "DescribeKeyPairs",
            "DescribeLaunchTemplateVersions",
            "DescribeLaunchTemplates",
            "DescribeNetworkInterfacePermissions",
            "DescribeSecurityGroupVpcAssociations",
            "DescribeVolumes",
            "DescribeVolumesModifications",
            "GetSubnetCidrReservations");

    private static final int OK = 200;

    private final String account = Aws.newAccount();

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry registry;

    static Stream<String> actions() {
        return Stream.concat(PRIVATE_LINK.stream(), CLASSIC.stream());
    }

    @ParameterizedTest
    @MethodSource("actions")
    void filtersOf(String line) throws Exception {
        String[] words = line.split(" ");
        boolean privateLink = PRIVATE_LINK.contains(line);
        String call = "Action=" + words[0] + (words.length > 2 ? "&" + words[2].replace("VPC", vpc()) : "");
        for (String unknown : List.of("no-such-filter", words[1].toUpperCase(Locale.ROOT), "tag:")) {
            assertThat(error(call + "&Filter.1.Name=" + unknown + "&Filter.1.Value.1=x"))
                    .isEqualTo(
                            privateLink
                                    ? "InvalidFilter The filter " + unknown + " is invalid"
                                    : "InvalidParameterValue The filter '" + unknown + "' is invalid");
        }
        assertThat(error(call + "&Filter.1.Value.1=x"))
                .isEqualTo("MissingParameter The request must contain the parameter Filter.Name");
        String filter = call + "&Filter.1.Name=" + words[1];
        assertThat(error(filter)).isEqualTo("InvalidParameterValue The filter '" + words[1] + "' has no values");
        for (String value : List.of("", "x".repeat(255), "*", "\\", "%2A%3F%5C%2A", "%E4%B8%AD")) {
            assertThat(error(filter + "&Filter.1.Value.1=" + value)).isEmpty();
        }
        String tooMany = (privateLink ? "InvalidParameterValue" : "FilterLimitExceeded")
                + " The maximum number of filter values specified on a single call is 200";
        // The VPC of GetSecurityGroupsForVpc counts as one value.
        assertThat(error(filter + values(1, words.length > 2 ? 199 : 200))).isEmpty();
        assertThat(error(filter + values(1, 201))).isEqualTo(tooMany);
        assertThat(error(filter + values(1, 101) + "&Filter.2.Name=" + words[1] + values(2, 100)))
                .isEqualTo(tooMany);
    }

    @Test
    void everyActionWithFiltersIsInTheTables() {
        Set<String> filtered = registry.all(AwsService.EC2).stream()
                .filter(FiltersTest::hasFilters)
                .map(ActionDefinition::name)
                .filter(name -> !ELSEWHERE.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(actions().map(line -> line.split(" ")[0]).sorted()).containsExactlyElementsOf(filtered);
    }

    private static boolean hasFilters(ActionDefinition action) {
        try {
            SdkPojo request =
                    (SdkPojo) action.requestType().getMethod("builder").invoke(null);
            return request.sdkFields().stream().map(SdkField::memberName).anyMatch(name -> name.matches("Filters?"));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(action.name(), e);
        }
    }

    private static String values(int filter, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "&Filter." + filter + ".Value." + i + "=v" + i)
                .collect(Collectors.joining());
    }

    private String vpc() {
        return aws.ec2(account).describeVpcs().vpcs().get(0).vpcId();
    }

    /** Code and text; empty for success. */
    private String error(String form) throws Exception {
        var answer = RawHttp.form(aws.endpoint(), account, form);
        Matcher error =
                Pattern.compile("(?s)<Code>(.*)</Code><Message>(.*)</Message>").matcher(answer.body());
        assertThat(error.find()).as(form + " " + answer.body()).isEqualTo(answer.statusCode() != OK);
        return answer.statusCode() == OK ? "" : error.group(1) + " " + error.group(2);
    }
}

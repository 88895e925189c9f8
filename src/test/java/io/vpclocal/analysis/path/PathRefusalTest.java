package io.vpclocal.analysis.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.analysis.Site;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInsightsPathRequest;
import software.amazon.awssdk.services.ec2.model.NetworkInsightsAnalysis;

/**
 * Refused paths and analyses. The codes are those that the providers of CloudFormation and Terraform handle; texts are
 * UNVERIFIED except that for a missing destination, which is recorded from AWS.
 */
@EmulatorTest
class PathRefusalTest {

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private Site site;

    @BeforeEach
    void newSite() {
        site = new Site(aws);
    }

    @Test
    void badPathsAreRefusedAndLeaveNothing() {
        Expect.awsError(
                "MissingParameter",
                "The request must include either the Destination parameter or the FilterAtSource.DestinationAddress"
                        + " parameter. Add the required parameter and retry the request.",
                () -> site.path(
                        r -> r.source(site.client).destinationIp("10.0.0.1").protocol("tcp")));
        refused("MissingParameter", r -> r.source(null));
        refused("MissingParameter", r -> r.protocol((String) null));
        refused("InvalidParameterValue", r -> r.protocol("icmp"));
        refused("NetworkInsightsSource.NotFound", r -> r.source("eni-0123456789abcdef0"));
        refused("NetworkInsightsDestination.NotFound", r -> r.destination("i-0123456789abcdef0"));
        refused("NetworkInsightsDestination.NotFound", r -> r.destination("tgw-0123456789abcdef0"));
        for (String side : List.of("vpc-0123456789abcdef0", "here", "arn:aws:s3:::bucket", "eni-12")) {
            refused("InvalidParameterValue", r -> r.source(side));
        }
        refused(
                "InvalidParameterValue",
                r -> r.source("arn:aws:ec2:eu-west-1:" + site.account + ":network-interface/" + site.client));
        for (String address : List.of("10.0.0.256", "2001:db8::1", "10.0.0")) {
            refused("InvalidParameterValue", r -> r.sourceIp(address));
        }
        refused("InvalidParameterValue", r -> r.destinationPort(65_536));
        refused(
                "InvalidParameterValue",
                r -> r.filterAtSource(f -> f.sourcePortRange(p -> p.fromPort(9).toPort(8))));
        refused("InvalidParameterCombination", r -> r.destinationPort(22)
                .filterAtSource(f -> f.sourceAddress("10.0.1.5")));
        refused("InvalidParameterCombination", r -> r.sourceIp("10.0.1.5")
                .filterAtSource(f -> f.destinationAddress("10.0.0.5")));
        refused("InvalidParameterCombination", r -> r.destinationIp("10.0.0.5")
                .filterAtDestination(f -> f.destinationAddress("10.0.0.5")));
        assertThat(site.ec2.describeNetworkInsightsPaths(r -> {}).networkInsightsPaths())
                .isEmpty();
    }

    private void refused(String code, Consumer<CreateNetworkInsightsPathRequest.Builder> wrong) {
        Expect.awsError(
                code,
                () -> site.path(r -> {
                    r.source(site.client).destination(site.server).protocol("tcp");
                    wrong.accept(r);
                }));
    }

    /**
     * AWS documentation, Reachability Analyzer guide: "Troubleshooting". UNVERIFIED: that the component is written as its ARN,
     * and that it is so for resources that are filtered out.
     */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnalysisWithAnUnknownResourceFails(boolean in) {
        String path = site.path(site.client, site.server, 443);
        String arn = "arn:aws:ec2:us-east-1:" + site.account + ":natgateway/nat-0123456789abcdef0";
        NetworkInsightsAnalysis failed = site.describe(site.ec2
                .startNetworkInsightsAnalysis(r -> {
                    r.networkInsightsPathId(path);
                    if (in) {
                        r.filterInArns(arn);
                    } else {
                        r.filterOutArns(arn);
                    }
                })
                .networkInsightsAnalysis()
                .networkInsightsAnalysisId());
        assertThat(failed.statusAsString()).isEqualTo("failed");
        assertThat(failed.statusMessage()).isEqualTo("The request failed due to missing component " + arn);
        assertThat(failed.networkPathFound()).isNull();
        assertThat(failed.explanations()).isEmpty();
    }

    @Test
    void badAnalysesAreRefusedAndLeaveNothing() {
        String path = site.path(site.client, site.server, 443);
        Expect.awsError(
                "InvalidNetworkInsightsPathId.NotFound",
                () -> site.ec2.startNetworkInsightsAnalysis(r -> r.networkInsightsPathId("nip-0123456789abcdef0")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> site.ec2.startNetworkInsightsAnalysis(
                        r -> r.networkInsightsPathId(path).filterInArns("nat-1")));
        Expect.awsError(
                "InvalidParameterValue",
                () -> site.ec2.startNetworkInsightsAnalysis(
                        r -> r.networkInsightsPathId(path).additionalAccounts("12")));
        Expect.awsError(
                "DryRunOperation",
                () -> site.ec2.startNetworkInsightsAnalysis(
                        r -> r.networkInsightsPathId(path).dryRun(true)));
        Expect.awsError(
                "InvalidNetworkInsightsAnalysisId.NotFound",
                () -> site.ec2.describeNetworkInsightsAnalyses(
                        r -> r.networkInsightsAnalysisIds("nia-0123456789abcdef0")));
        Expect.awsError(
                "InvalidParameterValue", () -> site.ec2.describeNetworkInsightsAnalyses(r -> r.maxResults(101)));
        assertThat(site.ec2.describeNetworkInsightsAnalyses(r -> {}).networkInsightsAnalyses())
                .isEmpty();
    }

    @Test
    void aPathStaysWhileItHasAnalyses() {
        String path = site.path(site.client, site.server, 443);
        NetworkInsightsAnalysis analysis = site.analyze(path);
        Expect.awsError(
                "AnalysisExistsForNetworkInsightsPath",
                () -> site.ec2.deleteNetworkInsightsPath(r -> r.networkInsightsPathId(path)));
        site.ec2.deleteNetworkInsightsAnalysis(r -> r.networkInsightsAnalysisId(analysis.networkInsightsAnalysisId()));
        assertThat(site.ec2
                        .deleteNetworkInsightsPath(r -> r.networkInsightsPathId(path))
                        .networkInsightsPathId())
                .isEqualTo(path);
    }

    @Test
    void aClientTokenCreatesOnePath_andFiltersFindIt() {
        String first = site.path(r ->
                r.source(site.client).destination(site.server).protocol("udp").clientToken("once"));
        String again = site.path(r ->
                r.source(site.client).destination(site.server).protocol("udp").clientToken("once"));
        String other = site.path(site.gateway, site.server, 22);
        assertThat(again).isEqualTo(first);
        assertThat(paths("protocol", "udp")).containsExactly(first);
        assertThat(paths("source", site.gateway)).containsExactly(other);
        site.analyze(other);
        assertThat(site.ec2
                        .describeNetworkInsightsAnalyses(r -> r.networkInsightsPathId(other)
                                .filters(f -> f.name("path-found").values("false")))
                        .networkInsightsAnalyses())
                .hasSize(1);
        assertThat(site.ec2
                        .describeNetworkInsightsAnalyses(r -> r.networkInsightsPathId(first))
                        .networkInsightsAnalyses())
                .isEmpty();
    }

    private List<String> paths(String filter, String value) {
        return site
                .ec2
                .describeNetworkInsightsPaths(r -> r.filters(f -> f.name(filter).values(value)))
                .networkInsightsPaths()
                .stream()
                .map(path -> path.networkInsightsPathId())
                .toList();
    }

    /** Recorded from AWS: a caller without Tiros permissions gets a failed analysis. */
    @Test
    void withoutTirosAnAnalysisFails() {
        String path = site.path(site.client, site.server, 443);
        String start = "ec2:StartNetworkInsightsAnalysis,ec2:DescribeNetworkInsightsAnalyses";
        Ec2Client without = user("without", People.allowing(start));
        String failed = without.startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path))
                .networkInsightsAnalysis()
                .networkInsightsAnalysisId();
        assertThat(site.describe(failed).statusAsString()).isEqualTo("failed");
        assertThat(site.describe(failed).statusMessage())
                .isEqualTo("The request failed due to insufficient Tiros permissions.");
        assertThat(site.describe(failed).networkPathFound()).isNull();

        Ec2Client with = user(
                "with", People.allowing(start + ",tiros:CreateQuery,tiros:GetQueryAnswer,tiros:GetQueryExplanation"));
        String succeeded = with.startNetworkInsightsAnalysis(r -> r.networkInsightsPathId(path))
                .networkInsightsAnalysis()
                .networkInsightsAnalysisId();
        assertThat(site.describe(succeeded).statusAsString()).isEqualTo("succeeded");
    }

    @Test
    void permissionsAreCheckedForTheEndsAndThePath() {
        String interfaces = "arn:aws:ec2:us-east-1:" + site.account + ":network-interface/";
        String made = "arn:aws:ec2:us-east-1:" + site.account + ":network-insights-path/*";
        Ec2Client one = user(
                "one",
                People.document(
                        allow("ec2:CreateNetworkInsightsPath", made),
                        allow("ec2:CreateNetworkInsightsPath", interfaces + site.client)));
        Expect.awsError(
                "UnauthorizedOperation",
                () -> one.createNetworkInsightsPath(
                        r -> r.source(site.client).destination(site.server).protocol("tcp")));
        Ec2Client both = user(
                "both",
                People.document(
                        allow("ec2:CreateNetworkInsightsPath", made),
                        allow("ec2:CreateNetworkInsightsPath", interfaces + "*")));
        String path = both.createNetworkInsightsPath(
                        r -> r.source(site.client).destination(site.server).protocol("tcp"))
                .networkInsightsPath()
                .networkInsightsPathId();
        Expect.awsError(
                "UnauthorizedOperation", () -> both.deleteNetworkInsightsPath(r -> r.networkInsightsPathId(path)));
        Ec2Client owner = user("owner", People.allowing("ec2:DeleteNetworkInsightsPath", made.replace("*", path)));
        owner.deleteNetworkInsightsPath(r -> r.networkInsightsPathId(path));
    }

    private static String allow(String action, String resource) {
        return "{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}";
    }

    private Ec2Client user(String name, String policy) {
        return aws.ec2(people.user(site.account, name, policy), Region.US_EAST_1);
    }
}

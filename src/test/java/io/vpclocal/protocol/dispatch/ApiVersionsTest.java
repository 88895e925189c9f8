package io.vpclocal.protocol.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Versions that a service does not have. EC2's code and text, and the text of the other query services: reported by
 * users of AWS. UNVERIFIED: requests without a version are accepted.
 */
@EmulatorTest
class ApiVersionsTest {

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource({
        "iam, ListUsers, 2011-06-15, Could not find operation ListUsers for version 2011-06-15",
        "iam, ListUsers, x, Could not find operation ListUsers for version x",
        "sts, GetCallerIdentity, 2010-05-08, Could not find operation GetCallerIdentity for version 2010-05-08",
        "elasticloadbalancing, DescribeLoadBalancers, 2016-11-15,"
                + " Could not find operation DescribeLoadBalancers for version 2016-11-15"
    })
    void otherQueryServicesDoNotFindTheOperation(String service, String action, String version, String text)
            throws Exception {
        assertThat(post(service, "Action=" + action + "&Version=" + version))
                .contains("<Code>InvalidAction</Code><Message>" + text + "</Message>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2010-03-31", "2011-12-01", "2016-11-16", "2017-01-01", "latest", "1"})
    void ec2RefusesVersionsThatItNeverHad(String version) throws Exception {
        assertThat(post("ec2", "Action=DescribeVpcs&Version=" + version))
                .contains("<Code>NoSuchVersion</Code><Message>The requested version (" + version
                        + ") of service AmazonEC2 does not exist</Message>");
    }

    static Set<String> versionsOfEc2() {
        return ApiVersions.OF_EC2;
    }

    /** The namespace: examples in the editions of the API Reference. */
    @ParameterizedTest
    @MethodSource("versionsOfEc2")
    void ec2AnswersInTheNamespaceOfTheVersion(String version) throws Exception {
        assertThat(post("ec2", "Action=DescribeVpcs&Version=" + version))
                .contains("<DescribeVpcsResponse xmlns=\"http://ec2.amazonaws.com/doc/" + version + "/\">");
    }

    @ParameterizedTest
    @CsvSource({
        "ec2, DescribeVpcs, http://ec2.amazonaws.com/doc/2016-11-15/",
        "iam, ListUsers, https://iam.amazonaws.com/doc/2010-05-08/",
        "sts, GetCallerIdentity, https://sts.amazonaws.com/doc/2011-06-15/",
        "elasticloadbalancing, DescribeLoadBalancers, http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"
    })
    void theNewestVersionAnswersInItsNamespace(String service, String action, String namespace) throws Exception {
        String version = AwsService.bySigningName(service).orElseThrow().apiVersion();
        for (String named : new String[] {"&Version=" + version, "&Version=", ""}) {
            assertThat(post(service, "Action=" + action + named))
                    .contains("<" + action + "Response xmlns=\"" + namespace + "\">");
        }
    }

    @ParameterizedTest
    @CsvSource({"ec2, DescribeVpcs", "iam, ListUsers", "sts, GetCallerIdentity", "elasticloadbalancing, DescribeRules"})
    void requestsWithoutAVersionAreAccepted(String service, String action) throws Exception {
        assertThat(post(service, "Action=" + action)).doesNotContain("NoSuchVersion", "InvalidAction");
        assertThat(post(service, "Action=" + action + "&Version=")).doesNotContain("NoSuchVersion", "InvalidAction");
    }

    /** Our design: they are another API with the same signing name. */
    @ParameterizedTest
    @CsvSource({
        "2012-06-01, DescribeLoadBalancers",
        "2012-06-01, RegisterInstancesWithLoadBalancer",
        "2011-11-15, CreateLoadBalancer",
        "2009-05-15, DeleteLoadBalancer"
    })
    void classicLoadBalancersAreNotEmulated(String version, String action) throws Exception {
        assertThat(post("elasticloadbalancing", "Action=" + action + "&Version=" + version))
                .contains("<Code>UnsupportedOperation</Code><Message>VPC Local does not emulate Classic Load Balancers"
                        + " (elasticloadbalancing:" + action + " of version " + version + ").</Message>");
        assertThat(new ControlApi(aws.endpoint())
                        .get("/_vpclocal/requests?error=UnsupportedOperation&service=elasticloadbalancing&limit=1")
                        .json()
                        .path(0)
                        .path("action")
                        .asString())
                .isEqualTo(action);
    }

    /** UNVERIFIED: the last of two values counts, for the service as for the action. */
    @ParameterizedTest
    @CsvSource({
        "Action=ListUsers&Version=2016-11-15&Version=2010-05-08, ListUsersResponse",
        "Action=ListUsers&Version=2010%2D05%2d08, ListUsersResponse",
        "Action=ListUsers&Action=DescribeVpcs&Version=2010-05-08&Version=2016-11-15, DescribeVpcsResponse"
    })
    void theLastVersionCounts(String form, String answer) throws Exception {
        String basic = "Basic dGVzdDp0ZXN0";
        assertThat(send(form, basic)).contains("<" + answer + " ");
    }

    /** Versions of services that are not emulated, and versions that no service has. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DescribeVpcs | 2010-03-31 | NoSuchVersion | The requested version (2010-03-31) of service AmazonEC2 does not exist",
                "DescribeVpcs | 2015-02-02 | NoSuchVersion | The requested version (2015-02-02) of service AmazonEC2 does not exist",
                "DescribeVpcs | 2010-12-01 | NoSuchVersion | The requested version (2010-12-01) of service AmazonEC2 does not exist",
                "DescribeVpcs | 2020-01-01 | NoSuchVersion | The requested version (2020-01-01) of service AmazonEC2 does not exist",
                "ListUsers | 2010-03-31 | InvalidAction | Could not find operation ListUsers for version 2010-03-31",
                "ListUsers | latest | InvalidAction | Could not find operation ListUsers for version latest",
                "GetCallerIdentity | 2014-10-31 | InvalidAction | Could not find operation GetCallerIdentity for version 2014-10-31",
                "DescribeTargetGroups | 2011-01-02 | InvalidAction | Could not find operation DescribeTargetGroups for version 2011-01-02",
                "ListTopics | 2010-03-31 | InvalidAction | VPC Local does not emulate sns:ListTopics.",
                "DescribeSnapshots | 2015-02-02 | InvalidAction | VPC Local does not emulate elasticache:DescribeSnapshots.",
                "DescribeExportTasks | 2014-10-31 | InvalidAction | VPC Local does not emulate rds:DescribeExportTasks.",
                "NoSuchAction | 2020-01-01 | NoSuchVersion | The requested version (2020-01-01) of service AmazonEC2 does not exist"
            })
    void basicCredentialsWithAnotherVersionAreAnsweredByTheServiceThatHasTheAction(
            String action, String version, String code, String text) throws Exception {
        assertThat(send("Action=" + action + "&Version=" + version, "Basic dGVzdDp0ZXN0"))
                .contains("<Code>" + code + "</Code><Message>" + text);
    }

    /** Our choice. */
    @ParameterizedTest
    @CsvSource({"DescribeVpcs, ec2", "ListUsers, iam", "GetCallerIdentity, sts", "DescribeRules, elasticloadbalancing"})
    void basicCredentialsWithoutAVersionAreAnsweredByTheServiceThatHasTheAction(String action, String service)
            throws Exception {
        send("Action=" + action, "Basic dGVzdDp0ZXN0");
        assertThat(new ControlApi(aws.endpoint())
                        .get("/_vpclocal/requests?action=" + action + "&limit=1")
                        .json()
                        .path(0)
                        .path("service")
                        .asString())
                .isEqualTo(service);
    }

    private String post(String service, String form) throws Exception {
        return send(
                form,
                "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/" + service
                        + "/aws4_request, SignedHeaders=host, Signature=0");
    }

    private String send(String form, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(aws.endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(form))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }
}

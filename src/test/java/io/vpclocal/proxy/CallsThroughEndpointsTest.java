package io.vpclocal.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.People;
import io.vpclocal.testkit.VpcLocalControl;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What policies say of calls through endpoints (AWS PrivateLink Guide, "Control access to VPC endpoints using endpoint
 * policies"; Amazon S3 User Guide, "Controlling access from VPC endpoints with bucket policies"), and clients that keep or
 * end their connections.
 */
class CallsThroughEndpointsTest extends ProxyTest {

    private static final String ALLOW_NOTHING = People.document(
            "{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:ListBucket\",\"Resource\":\"*\"}");

    private FlowLogAccount lan;
    private LanEndpoints endpoints;
    private String account;
    private AwsCredentials user;

    @BeforeEach
    void network() {
        lan = new FlowLogAccount(aws);
        endpoints = new LanEndpoints(lan);
        account = lan.scope.account();
        user = people.user(
                account, "app", People.allowing("s3:*,ec2:Describe*,sts:*,logs:*,elasticloadbalancing:Describe*"));
    }

    @ParameterizedTest
    @CsvSource({"StringNotEquals, aws:SourceVpce, ENDPOINT", "ArnNotEquals, aws:SourceVpcArn, VPC_ARN"})
    void aBucketThatOneEndpointReaches_isDeniedToAnother(String operator, String key, String value) {
        String endpoint = endpoints.gateway(lan.vpc, "s3");
        String other = lan.ec2.createVpc(r -> r.cidrBlock("10.5.0.0/16")).vpc().vpcId();
        String subnet = lan.ec2
                .createSubnet(r -> r.vpcId(other).cidrBlock("10.5.0.0/24"))
                .subnet()
                .subnetId();
        endpoints.gateway(other, "s3");
        String bucket = "one-" + account;
        S3Client owner = s3(Aws.root(account));
        owner.createBucket(r -> r.bucket(bucket));
        owner.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromString("hello"));
        String wanted = value.equals("ENDPOINT") ? endpoint : "arn:aws:ec2:us-east-1:" + account + ":vpc/" + lan.vpc;
        owner.putBucketPolicy(r -> r.bucket(bucket)
                .policy(People.document("{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\","
                        + "\"Resource\":\"arn:aws:s3:::" + bucket + "/*\",\"Condition\":{\"" + operator + "\":{\""
                        + key + "\":\"" + wanted + "\"}}}")));

        assertThat(read(s3(user, callerPort(lan.networkInterface)), bucket)).isEqualTo("hello");
        S3Client elsewhere = s3(user, control().fromSubnet(subnet));
        for (S3Client denied : List.of(elsewhere, s3(user))) {
            assertThatThrownBy(() -> read(denied, bucket)).isInstanceOfSatisfying(S3Exception.class, e -> {
                assertThat(e.statusCode()).isEqualTo(403);
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                assertThat(e.awsErrorDetails().errorMessage())
                        .isEqualTo("User: arn:aws:iam::" + account
                                + ":user/app is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::"
                                + bucket + "/k\" with an explicit deny in a resource-based policy");
            });
        }
    }

    /**
     * By the service's public name with private DNS, and by the endpoint's own name; the same policy counts. That
     * GetCallerIdentity, which needs no permission, needs none of the endpoint's policy either is our guess.
     */
    @ParameterizedTest
    @CsvSource({
        "ec2, ec2, DescribeVpcs, 2016-11-15, ec2:DescribeVpcs",
        "sts, sts, GetCallerIdentity, 2011-06-15,",
        "elasticloadbalancing, elasticloadbalancing, DescribeLoadBalancers, 2015-12-01,"
                + " elasticloadbalancing:DescribeLoadBalancers"
    })
    void ownServicesThroughTheirEndpoints(
            String service, String signing, String action, String version, @Nullable String iam) throws Exception {
        VpcEndpoint made = endpoints.interfaceEndpoint(service, endpoints.openGroup());
        URI caller = callerPort(lan.networkInterface);
        List<String> hosts = List.of(
                service + ".us-east-1.amazonaws.com", made.dnsEntries().get(0).dnsName());
        String path = "/?Action=" + action + "&Version=" + version;
        for (String host : hosts) {
            assertThat(RawHttp.signed(caller, user, "GET", host, path, signing).status())
                    .as(host)
                    .isEqualTo(200);
        }

        lan.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(made.vpcEndpointId()).policyDocument(ALLOW_NOTHING));
        for (String host : hosts) {
            RawHttp.Answer denied = RawHttp.signed(caller, user, "GET", host, path, signing);
            assertThat(denied.status()).as(denied.text()).isEqualTo(iam == null ? 200 : 403);
            if (iam != null) {
                assertThat(denied.text()).contains("no VPC endpoint policy allows the " + iam + " action");
            }
        }
    }

    @Test
    void cloudWatchLogsThroughItsEndpoint() {
        String endpoint =
                endpoints.interfaceEndpoint("logs", endpoints.openGroup()).vpcEndpointId();
        var logs = logs(user, callerPort(lan.networkInterface));
        assertThat(logs.describeLogGroups().logGroups()).isEmpty();
        lan.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(endpoint).policyDocument(ALLOW_NOTHING));
        assertThatThrownBy(logs::describeLogGroups)
                .hasMessageContaining("because no VPC endpoint policy allows the logs:DescribeLogGroups action");
    }

    @Test
    void aBatchOfDeletionsIsAllowedInPart() {
        endpoints.gateway(lan.vpc, "s3");
        AwsCredentials cleaner = people.user(
                account,
                "cleaner",
                People.document(
                        "{\"Effect\":\"Allow\",\"Action\":\"s3:DeleteObject\",\"Resource\":\"arn:aws:s3:::b/ok\"}"));

        DeleteObjectsResponse answer = s3(cleaner, callerPort(lan.networkInterface))
                .deleteObjects(r -> r.bucket("b")
                        .delete(d -> d.objects(
                                ObjectIdentifier.builder().key("ok").build(),
                                ObjectIdentifier.builder().key("kept").build())));

        assertThat(answer.deleted()).singleElement().satisfies(each -> assertThat(each.key())
                .isEqualTo("ok"));
        assertThat(answer.errors())
                .containsExactly(S3Error.builder()
                        .key("kept")
                        .code("AccessDenied")
                        .message("Access Denied")
                        .build());
        assertThat(new String(UPSTREAM.last().body(), ISO_8859_1))
                .contains("<Key>ok</Key>")
                .doesNotContain("kept");
    }

    @Test
    void aConnectionCarriesManyCalls() throws Exception {
        endpoints.gateway(lan.vpc, "s3");
        UPSTREAM.answer("DynamoDB_20120810.ListTables", "{\"TableNames\":[]}");
        String call = "GET /generated/0 HTTP/1.1\r\nHost: localhost\r\nx-amz-content-sha256: UNSIGNED-PAYLOAD\r\n"
                + "Authorization: AWS4-HMAC-SHA256 Credential=" + account
                + "/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n\r\n";
        URI caller = callerPort(lan.networkInterface);
        try (Socket socket = new Socket(caller.getHost(), caller.getPort())) {
            socket.setSoTimeout(10_000);
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(call.getBytes(ISO_8859_1));
                assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200");
            }
        }
    }

    /** Neither half an upload nor a download that nobody reads disturbs later calls. */
    @Test
    void clientsThatGoAwayHalfway() throws Exception {
        endpoints.gateway(lan.vpc, "s3");
        URI caller = callerPort(lan.networkInterface);
        String head = " HTTP/1.1\r\nHost: localhost\r\nx-amz-content-sha256: UNSIGNED-PAYLOAD\r\nAuthorization:"
                + " AWS4-HMAC-SHA256 Credential=" + account
                + "/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0\r\n";
        for (URI to : List.of(caller, aws.endpoint())) {
            try (Socket socket = new Socket(to.getHost(), to.getPort())) {
                socket.getOutputStream().write(("GET /generated/50" + head + "\r\n").getBytes(ISO_8859_1));
                assertThat(head(socket.getInputStream())).startsWith("HTTP/1.1 200");
            }
            try (Socket socket = new Socket(to.getHost(), to.getPort())) {
                socket.getOutputStream()
                        .write(("PUT /half/" + account + head + "Content-Length: 1000\r\n\r\nxxx")
                                .getBytes(ISO_8859_1));
            }
            assertThat(RawHttp.send(to, "GET /generated/1" + head + "Connection: close\r\n\r\n")
                            .body())
                    .hasSize(1024 * 1024);
        }
        assertThat(UPSTREAM.got("PUT", "/half/" + account)).isFalse();
    }

    private static String read(S3Client s3, String bucket) {
        return s3.getObjectAsBytes(r -> r.bucket(bucket).key("k")).asUtf8String();
    }

    private static String head(InputStream in) throws Exception {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as(head.toString()).isNotNegative();
            head.append((char) next);
        }
        return head.toString();
    }

    private URI callerPort(String networkInterface) {
        return control().from(networkInterface);
    }

    private VpcLocalControl control() {
        return VpcLocalControl.at(aws.endpoint()).in(account, "us-east-1");
    }
}

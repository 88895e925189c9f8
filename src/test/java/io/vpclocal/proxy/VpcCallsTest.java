package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.People;
import io.vpclocal.testkit.VpcLocalControl;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of the real clients from inside a VPC: the network decides first, then the policies, each with AWS's words. */
class VpcCallsTest extends ProxyTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String DENY_ALL =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                    + "\"*\",\"Action\":\"s3:ListBucket\",\"Resource\":\"*\"}]}";

    private FlowLogAccount lan;
    private LanEndpoints endpoints;
    private String account;
    private String table;
    private AwsCredentials user;

    @BeforeEach
    void network() {
        lan = new FlowLogAccount(aws);
        endpoints = new LanEndpoints(lan);
        account = lan.scope.account();
        table = lan.ec2
                .describeRouteTables(r -> r.filters(f -> f.name("vpc-id").values(lan.vpc)))
                .routeTables()
                .get(0)
                .routeTableId();
        user = people.user(account, "app", People.allowing("s3:*,dynamodb:*,ec2:Describe*"));
    }

    @Test
    void aBucketThatOnlyAnEndpointReaches() throws Exception {
        String endpoint = endpoints.gateway(lan.vpc, "s3");
        S3Client owner = s3(Aws.root(account));
        String bucket = "inside-" + account;
        owner.createBucket(r -> r.bucket(bucket));
        owner.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromString("hello"));
        owner.putBucketPolicy(r -> r.bucket(bucket).policy(onlyThrough(bucket, endpoint)));

        S3Client inside = s3(user, callerPort(lan.networkInterface));
        assertThat(inside.getObjectAsBytes(r -> r.bucket(bucket).key("k")).asUtf8String())
                .isEqualTo("hello");
        assertThatThrownBy(() -> s3(user).getObjectAsBytes(r -> r.bucket(bucket).key("k")))
                .isInstanceOf(S3Exception.class)
                .hasMessageContaining("with an explicit deny in a resource-based policy");

        lan.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(endpoint).policyDocument(DENY_ALL));
        assertThatThrownBy(() -> inside.getObjectAsBytes(r -> r.bucket(bucket).key("k")))
                .isInstanceOfSatisfying(S3Exception.class, e -> {
                    assertThat(e.statusCode()).isEqualTo(403);
                    assertThat(e.awsErrorDetails().errorMessage())
                            .endsWith("because no VPC endpoint policy allows the s3:GetObject action");
                });
    }

    @Test
    void withoutARouteThereIsSilence_andCallsLeaveTheirRecords() throws Exception {
        lan.create(lan.toGroup("/flow/" + account));
        String endpoint = endpoints.gateway(lan.vpc, "dynamodb");
        UPSTREAM.answer("DynamoDB_20120810.ListTables", "{\"TableNames\":[]}");
        URI caller = callerPort(lan.networkInterface);
        assertThat(dynamo(user, caller).listTables().tableNames()).isEmpty();

        lan.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(endpoint).removeRouteTableIds(table));
        int before = UPSTREAM.received().size();
        assertThatThrownBy(() -> dynamo(user, caller).listTables()).isInstanceOf(SdkClientException.class);
        assertThat(UPSTREAM.received()).hasSize(before);

        control("POST", "/_vpclocal/flow-logs/flush", "");
        List<String> records = lan.logs.filterLogEvents(r -> r.logGroupName("/flow/" + account)).events().stream()
                .map(event -> event.message())
                .toList();
        assertThat(records)
                .anyMatch(record -> record.contains(lan.networkInterface)
                        && record.contains(" 443 6 ")
                        && record.endsWith("ACCEPT OK"));
    }

    @Test
    void aSecurityGroupThatAdmitsNothingIsSilence() throws Exception {
        lan.create(lan.toGroup("/flow/" + account));
        String group = lan.ec2
                .createSecurityGroup(
                        r -> r.groupName("closed").description("closed").vpcId(lan.vpc))
                .groupId();
        String endpoint = endpoints.interfaceEndpoint("kinesis-streams", group).vpcEndpointId();
        assertThat(endpoint).startsWith("vpce-");
        URI caller = callerPort(lan.networkInterface);

        String name = lan.ec2
                .describeVpcEndpoints(r -> r.vpcEndpointIds(endpoint))
                .vpcEndpoints()
                .get(0)
                .dnsEntries()
                .get(0)
                .dnsName();
        HttpRequest call = HttpRequest.newBuilder(caller.resolve("/"))
                .header("X-Amz-Target", "Kinesis_20131202.ListStreams")
                .header("Authorization", authorization("kinesis"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(name).contains("kinesis");
        assertThatThrownBy(() -> HTTP.send(call, BodyHandlers.ofString())).isInstanceOf(IOException.class);

        control("POST", "/_vpclocal/flow-logs/flush", "");
        assertThat(lan.logs
                        .filterLogEvents(r -> r.logGroupName("/flow/" + account))
                        .events())
                .anyMatch(event -> event.message().endsWith("REJECT OK"));
    }

    @Test
    void theEmulatorsOwnServicesAreBehindEndpointsToo() throws Exception {
        String endpoint =
                endpoints.interfaceEndpoint("ec2", endpoints.openGroup()).vpcEndpointId();
        URI caller = callerPort(lan.networkInterface);
        assertThat(ec2(user, caller).describeVpcs().vpcs()).isNotEmpty();

        lan.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(endpoint).policyDocument(DENY_ALL));
        assertThatThrownBy(() -> ec2(user, caller).describeVpcs())
                .hasMessageContaining("because no VPC endpoint policy allows the ec2:DescribeVpcs action");
        assertThat(lan.ec2.describeVpcs().vpcs()).isNotEmpty();
    }

    @Test
    void anEndpointsOwnNameAsTheHost() throws Exception {
        String endpoint =
                endpoints.interfaceEndpoint("s3", endpoints.openGroup()).vpcEndpointId();
        String bucket = "named-" + account;
        S3Client owner = s3(Aws.root(account));
        owner.createBucket(r -> r.bucket(bucket));
        owner.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromString("x"));
        owner.putBucketPolicy(r -> r.bucket(bucket).policy(onlyThrough(bucket, endpoint)));
        String name = lan.ec2
                .describeVpcEndpoints(r -> r.vpcEndpointIds(endpoint))
                .vpcEndpoints()
                .get(0)
                .dnsEntries()
                .get(0)
                .dnsName()
                .replace("*.", "bucket.");

        assertThat(RawHttp.signed(aws.endpoint(), user, "GET", name, "/" + bucket + "/k", "s3")
                        .status())
                .isEqualTo(200);
        assertThat(RawHttp.signed(aws.endpoint(), user, "GET", bucket + "." + name, "/k", "s3")
                        .status())
                .isEqualTo(200);
        assertThat(RawHttp.signed(
                                aws.endpoint(),
                                user,
                                "GET",
                                name.replace("vpce-0", "vpce-1"),
                                "/" + bucket + "/k",
                                "s3")
                        .status())
                .isEqualTo(502);
        assertThat(RawHttp.signed(callerPort(lan.networkInterface), user, "GET", name, "/" + bucket + "/k", "s3")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void thePortIsAnHttpProxyToo_alsoByConnect() throws Exception {
        endpoints.gateway(lan.vpc, "dynamodb");
        UPSTREAM.answer("DynamoDB_20120810.ListTables", "{\"TableNames\":[\"proxied\"]}");
        String head = "Host: dynamodb.us-east-1.amazonaws.com\r\nX-Amz-Target: DynamoDB_20120810.ListTables\r\n"
                + "Authorization: " + authorization("dynamodb")
                + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";
        URI caller = callerPort(lan.networkInterface);

        assertThat(RawHttp.send(caller, "POST http://dynamodb.us-east-1.amazonaws.com/ HTTP/1.1\r\n" + head)
                        .text())
                .contains("proxied");
        assertThat(RawHttp.send(
                                caller,
                                "CONNECT dynamodb.us-east-1.amazonaws.com:443 HTTP/1.1\r\nHost: x\r\n\r\nPOST / HTTP/1.1\r\n"
                                        + head)
                        .text())
                .contains("proxied");
    }

    @Test
    void withoutAnEndpointACallGoesThroughTheInternetGatewayWithItsPublicAddress() throws Exception {
        String gateway =
                lan.ec2.createInternetGateway(r -> {}).internetGateway().internetGatewayId();
        lan.ec2.attachInternetGateway(r -> r.internetGatewayId(gateway).vpcId(lan.vpc));
        lan.ec2.createRoute(
                r -> r.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
        String allocation = lan.ec2.allocateAddress(r -> r.domain("vpc")).allocationId();
        String address = lan.ec2
                .describeAddresses(r -> r.allocationIds(allocation))
                .addresses()
                .get(0)
                .publicIp();
        lan.ec2.associateAddress(r -> r.allocationId(allocation).networkInterfaceId(lan.networkInterface));
        String bucket = "public-" + account;
        S3Client owner = s3(Aws.root(account));
        owner.createBucket(r -> r.bucket(bucket));
        owner.putObject(r -> r.bucket(bucket).key("k"), RequestBody.fromString("x"));
        owner.putBucketPolicy(r -> r.bucket(bucket)
                .policy(People.document(
                        "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":"
                                + "\"arn:aws:s3:::" + bucket
                                + "/*\",\"Condition\":{\"NotIpAddress\":{\"aws:SourceIp\":\"" + address
                                + "/32\"}}}")));

        assertThat(s3(user, callerPort(lan.networkInterface))
                        .getObjectAsBytes(r -> r.bucket(bucket).key("k"))
                        .asUtf8String())
                .isEqualTo("x");
        assertThatThrownBy(() -> owner.getObjectAsBytes(r -> r.bucket(bucket).key("k")))
                .hasMessageContaining("with an explicit deny in a resource-based policy");
    }

    @Test
    void whoIsNotThereDoesNotCall() {
        assertThatThrownBy(() -> callerPort("eni-0123456789abcdef0"))
                .hasMessageContaining("The networkInterface ID 'eni-0123456789abcdef0' does not exist");
        assertThatThrownBy(() -> callerPort("i-0123456789abcdef0"))
                .hasMessageContaining("The instance ID 'i-0123456789abcdef0' does not exist");
    }

    @Test
    void theRequestLogTellsWhichStatementDecided() throws Exception {
        endpoints.gateway(lan.vpc, "s3");
        S3Client inside = s3(user, callerPort(lan.networkInterface));
        String bucket = "logged-" + account;
        inside.createBucket(r -> r.bucket(bucket));

        JsonNode logged = control("GET", "/_vpclocal/requests?account=" + account + "&service=s3", "");
        assertThat(logged.get(0).get("action").asString()).isEqualTo("CreateBucket");
        assertThat(logged.get(0).get("decisions").get(0).get("policy").asString())
                .isEqualTo("inline");
        assertThat(control("GET", "/_vpclocal/iam/policy?principal=arn:aws:iam::" + account + ":user/app", "")
                        .toString())
                .contains("s3:CreateBucket");
    }

    private static String onlyThrough(String bucket, String endpoint) {
        return People.document("{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":"
                + "\"arn:aws:s3:::" + bucket + "/*\",\"Condition\":{\"StringNotEquals\":{\"aws:SourceVpce\":\""
                + endpoint
                + "\"}}}");
    }

    private String authorization(String service) {
        return "AWS4-HMAC-SHA256 Credential=" + account + "/20260101/us-east-1/" + service
                + "/aws4_request, SignedHeaders=host, Signature=0";
    }

    private URI callerPort(String networkInterface) {
        return VpcLocalControl.at(aws.endpoint()).in(account, "us-east-1").from(networkInterface);
    }

    private JsonNode control(String method, String path, String body) throws Exception {
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(aws.endpoint() + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }
}

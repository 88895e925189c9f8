package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.NamedCalls;
import io.vpclocal.testing.People;
import io.vpclocal.testing.RawHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;

/**
 * Markers that no action gave: every action of IAM, load balancing and CloudWatch Logs with a marker refuses them. For EC2 see
 * {@link PagesTest}.
 */
@EmulatorTest
class UnknownMarkersTest {

    private static final Path EXAMPLE = Path.of("examples/terraform/iam");
    private static final String POLICY = People.allowing("ec2:*");

    private final String account = Aws.newAccount();

    /** What actions require besides the marker, by the name of the parameter. */
    private final Map<String, String> values = new HashMap<>();

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry registry;

    @BeforeEach
    void oneOfEachKind() throws Exception {
        iam(aws.iam(Aws.root(account)));
        loadBalancing(aws.ec2(account), aws.elb(account));
        logs(aws.logs(Aws.root(account), Region.US_EAST_1));
    }

    @Test
    void areRefused() throws Exception {
        Map<String, String> answers = new TreeMap<>();
        for (AwsService service : List.of(AwsService.IAM, AwsService.ELB)) {
            for (ActionDefinition action : registry.all(service)) {
                if (NamedCalls.members(action).contains("Marker")) {
                    answers.put(action.name(), new NamedCalls(aws, account).error(form(action)));
                }
            }
        }
        assertThat(answers).hasSizeGreaterThan(40);
        assertThat(answers).allSatisfy((action, answer) -> assertThat(answer)
                .as(action)
                .isIn("ValidationError Invalid Marker.", "ValidationError The specified marker is not valid"));
    }

    @Test
    void areRefusedByCloudWatchLogs() throws Exception {
        Map<String, String> answers = new TreeMap<>();
        for (ActionDefinition action : registry.all(AwsService.LOGS)) {
            Set<String> members = NamedCalls.members(action);
            if (members.contains("nextToken")) {
                answers.put(action.name(), json(action.name(), members));
            }
        }
        assertThat(answers).hasSizeGreaterThan(18);
        assertThat(answers).allSatisfy((action, answer) -> assertThat(answer)
                .as(action)
                .containsPattern("\"(InvalidParameter|Validation)Exception\"")
                .contains("The specified nextToken is invalid."));
    }

    private void iam(IamClient iam) throws Exception {
        iam.createUser(r -> r.userName("ana"));
        iam.createGroup(r -> r.groupName("staff"));
        iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(People.trust(account)));
        iam.createInstanceProfile(r -> r.instanceProfileName("profile"));
        iam.uploadServerCertificate(r -> r.serverCertificateName("web")
                .certificateBody(read("server.pem"))
                .privateKey(read("server-key.pem")));
        values.putAll(Map.of(
                "UserName", "ana",
                "GroupName", "staff",
                "RoleName", "worker",
                "InstanceProfileName", "profile",
                "ServerCertificateName", "web",
                "PolicySourceArn", iam.getUser(r -> r.userName("ana")).user().arn(),
                "ActionNames.member.1", "ec2:DescribeVpcs",
                "PolicyInputList.member.1", POLICY));
        values.put(
                "PolicyArn",
                iam.createPolicy(r -> r.policyName("shared").policyDocument(POLICY))
                        .policy()
                        .arn());
        values.put(
                "SerialNumber",
                iam.createVirtualMFADevice(r -> r.virtualMFADeviceName("phone"))
                        .virtualMFADevice()
                        .serialNumber());
        values.put(
                "OpenIDConnectProviderArn",
                iam.createOpenIDConnectProvider(r -> r.url("https://token.actions.githubusercontent.com")
                                .clientIDList("sts.amazonaws.com"))
                        .openIDConnectProviderArn());
        values.put(
                "SAMLProviderArn",
                iam.createSAMLProvider(r -> r.name("company").samlMetadataDocument(read("saml-metadata.xml")))
                        .samlProviderArn());
    }

    private void loadBalancing(Ec2Client ec2, ElasticLoadBalancingV2Client elb) {
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        String subnet = ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.0.0/24"))
                .subnet()
                .subnetId();
        String balancer = elb.createLoadBalancer(
                        r -> r.name("nlb").type("network").scheme("internal").subnets(subnet))
                .loadBalancers()
                .get(0)
                .loadBalancerArn();
        String group = elb.createTargetGroup(
                        r -> r.name("group").protocol("TCP").port(80).vpcId(vpc))
                .targetGroups()
                .get(0)
                .targetGroupArn();
        values.put("LoadBalancerArn", balancer);
        values.put(
                "ListenerArn",
                elb.createListener(r -> r.loadBalancerArn(balancer)
                                .protocol("TCP")
                                .port(80)
                                .defaultActions(a -> a.type("forward").targetGroupArn(group)))
                        .listeners()
                        .get(0)
                        .listenerArn());
    }

    private void logs(CloudWatchLogsClient logs) {
        logs.createLogGroup(r -> r.logGroupName("group"));
        logs.createLogStream(r -> r.logGroupName("group").logStreamName("stream"));
        String query = logs.startQuery(r -> r.logGroupName("group")
                        .queryString("fields @message")
                        .startTime(0L)
                        .endTime(4102444800L))
                .queryId();
        values.putAll(Map.of(
                "logGroupName", "\"group\"",
                "logStreamName", "\"stream\"",
                "queryId", "\"" + query + "\"",
                "policyType", "\"DATA_PROTECTION_POLICY\"",
                "logGroupIdentifiers", "[\"group\"]"));
    }

    private String form(ActionDefinition action) {
        Set<String> members = NamedCalls.members(action);
        String required = values.entrySet().stream()
                .filter(value -> members.contains(value.getKey().replaceAll("\\..*", "")))
                .map(value -> "&" + value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        return "Action=" + action.name() + "&Version=" + action.service().apiVersion() + required + "&Marker=unknown";
    }

    private String json(String action, Set<String> members) throws Exception {
        // Actions that take either a name or identifiers get the name.
        boolean named = members.contains("logGroupName");
        String body = values.entrySet().stream()
                .filter(value -> members.contains(value.getKey()))
                .filter(value -> !named || !value.getKey().equals("logGroupIdentifiers"))
                .map(value -> "\"" + value.getKey() + "\":" + value.getValue() + ",")
                .collect(Collectors.joining("", "{", "\"nextToken\":\"unknown\"}"));
        return RawHttp.json(aws.endpoint(), account, "Logs_20140328." + action, body)
                .body();
    }

    private static String read(String file) {
        try {
            return Files.readString(EXAMPLE.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

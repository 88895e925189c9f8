package io.vpclocal.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.People;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The policy that the emulator writes from recorded calls allows these calls, and every statement is needed. This is
 * our own requirement. The permissions come from AWS's Service Authorization Reference.
 */
@EmulatorTest
class WrittenPolicyTest {

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One of each kind: new and existing resources, tags on creation, a passed role, a delivery, no resource, an alias.
     */
    private static final List<BiConsumer<WrittenPolicyTest, AwsCredentials>> CALLS = List.of(
            (t, who) -> t.ec2(who).describeVpcEndpoints(),
            (t, who) -> t.ec2(who).createVpcEndpoint(r -> r.vpcId(t.network.vpc)
                    .serviceName("com.amazonaws.us-east-1.s3")
                    .tagSpecifications(tag(ResourceType.VPC_ENDPOINT))),
            (t, who) -> t.ec2(who).createSubnet(r -> r.vpcId(t.network.vpc)
                    .cidrBlock("10.0." + t.subnets++ + ".0/24")
                    .tagSpecifications(tag(ResourceType.SUBNET))),
            (t, who) -> t.ec2(who)
                    .createFlowLogs(t.network.toGroup("group" + t.subnets++).build()),
            (t, who) -> t.ec2(who)
                    .createFlowLogs(t.network
                            .toBucket("arn:aws:s3:::bucket" + t.subnets++)
                            .build()),
            (t, who) -> t.ec2(who).createTags(r -> r.resources(t.network.vpc, t.network.subnet)
                    .tags(Tag.builder().key("a").value("b").build())),
            (t, who) -> t.ec2(who)
                    .modifySubnetAttribute(r -> r.subnetId(t.network.subnet).mapPublicIpOnLaunch(on -> on.value(true))),
            (t, who) -> t.ec2(who).runInstances(r -> r.imageId("ami-12345678")
                    .minCount(1)
                    .maxCount(1)
                    .subnetId(t.network.subnet)
                    .iamInstanceProfile(p -> p.name("profile"))),
            (t, who) -> t.aws.iam(who).listAttachedRolePolicies(r -> r.roleName(FlowLogAccount.ROLE)),
            (t, who) -> t.aws.sts(who).getCallerIdentity(),
            (t, who) -> t.aws.logs(who, Region.US_EAST_1).describeLogStreams(r -> r.logGroupName("there")),
            (t, who) -> t.aws.logs(who, Region.US_EAST_1)
                    .tagResource(r -> r.resourceArn(t.network.scope.arn("logs", "log-group:there"))
                            .tags(Map.of("a", "b"))));

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private FlowLogAccount network;
    private String account;
    private int subnets = 10;
    private int users;

    @BeforeEach
    void network() throws Exception {
        network = new FlowLogAccount(aws);
        account = network.scope.account();
        network.logs.createLogGroup(r -> r.logGroupName("there"));
        people.role(account, "machine", account, People.allowing("ec2:Describe*"));
        network.iam.createInstanceProfile(r -> r.instanceProfileName("profile"));
        network.iam.addRoleToInstanceProfile(
                r -> r.instanceProfileName("profile").roleName("machine"));
        forgetCalls();
    }

    @Test
    void theCallsOfARootUserAreAllowedByThePolicyWrittenFromThem() throws Exception {
        CALLS.forEach(call -> call.accept(this, Aws.root(account)));
        JsonNode policy = written("arn:aws:iam::" + account + ":root");
        assertThat(policy.path("Statement").toString())
                .contains("\"iam:PassRole\"", "\"logs:CreateLogDelivery\"", "\"ec2:CreateTags\"")
                .doesNotContain("GetCallerIdentity");
        assertEnoughAndNoMore(policy);
    }

    /** Denied calls count: one attempt reports all missing permissions, not only the first. */
    @Test
    void onlyOneDeniedAttemptOfEachCallIsNeeded() throws Exception {
        AwsCredentials nobody = people.user(account, "nobody");
        assertThat(CALLS.stream()
                        .map(call -> catchThrowableOfType(AwsServiceException.class, () -> call.accept(this, nobody)))
                        .filter(Objects::nonNull))
                .hasSize(CALLS.size() - 1);
        assertEnoughAndNoMore(written("arn:aws:iam::" + account + ":user/nobody"));
    }

    private void assertEnoughAndNoMore(JsonNode policy) {
        AwsCredentials user = people.user(account, "user" + users++, policy.toString());
        CALLS.forEach(call -> call.accept(this, user));
        int statements = policy.path("Statement").size();
        assertThat(statements).isGreaterThan(6);
        for (int left = 0; left < statements; left++) {
            ObjectNode less = (ObjectNode) JSON.readTree(policy.toString());
            JsonNode without = ((ArrayNode) less.path("Statement")).remove(left);
            AwsCredentials poorer = people.user(account, "user" + users++, less.toString());
            assertThat(CALLS).as("without %s", without).anySatisfy(call -> assertThat(
                            catchThrowableOfType(AwsServiceException.class, () -> call.accept(this, poorer)))
                    .isNotNull()
                    .extracting(e -> e.awsErrorDetails().errorCode())
                    .isIn("UnauthorizedOperation", "AccessDenied", "AccessDeniedException"));
        }
    }

    private JsonNode written(String principal) throws Exception {
        return new ControlApi(aws.endpoint())
                .get("/_vpclocal/iam/policy?principal=" + principal)
                .json();
    }

    private void forgetCalls() throws Exception {
        // The calls that created the account would count too.
        assertThat(new ControlApi(aws.endpoint()).delete("/_vpclocal/requests").status())
                .isEqualTo(204);
    }

    private Ec2Client ec2(AwsCredentials who) {
        return aws.ec2(who, Region.US_EAST_1);
    }

    private static TagSpecification tag(ResourceType type) {
        return TagSpecification.builder()
                .resourceType(type)
                .tags(Tag.builder().key("made").value("here").build())
                .build();
    }
}

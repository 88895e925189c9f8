package io.vpclocal.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.codec.Models;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.iam.model.Tag;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * AWS documentation: a new user has no permissions. Every action is called through the real SDK, with a value for every
 * parameter that names a resource.
 */
@EmulatorTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NewUserTest {

    /** These need no permission. Assuming a role depends on its trust policy; see AssumeRoleTest, SamlTest and WebIdentityTest. */
    private static final Set<String> FREE = Set.of(
            "GetCallerIdentity", "GetSessionToken", "AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity");

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    @Autowired
    private ActionRegistry registry;

    private AwsCredentials user;

    @BeforeAll
    void newUser() {
        user = people.user(Aws.newAccount(), "ana");
    }

    Stream<ActionDefinition> actions() {
        return Arrays.stream(AwsService.values())
                .flatMap(service -> registry.all(service).stream())
                .filter(action -> !FREE.contains(action.name()));
    }

    @ParameterizedTest
    @MethodSource("actions")
    void mayDoNothing(ActionDefinition action) {
        AwsService service = action.service();
        String code =
                switch (service) {
                    case EC2 -> "UnauthorizedOperation";
                    case IAM, STS, ELB -> "AccessDenied";
                    case LOGS -> "AccessDeniedException";
                };
        Object client =
                switch (service) {
                    case EC2 -> aws.ec2(user, Region.US_EAST_1);
                    case IAM -> aws.iam(user);
                    case STS -> aws.sts(user);
                    case LOGS -> aws.logs(user, Region.US_EAST_1);
                    case ELB -> aws.elb(user, Region.US_EAST_1);
                };
        assertThat(Expect.awsError(code, () -> invoke(client, action))
                        .awsErrorDetails()
                        .errorMessage())
                .contains("is not authorized to perform: " + service.signingName() + ":" + action.name());
    }

    private static void invoke(Object client, ActionDefinition action) throws Throwable {
        SdkPojo builder = Models.newBuilder(action.requestType());
        for (SdkField<?> field : builder.sdkFields()) {
            if (field.marshallingType() == MarshallingType.STRING
                    && field.memberName().matches(".*(Id|Name|Arn|Identifier|Document)")) {
                field.set(builder, "value");
            }
            Object required =
                    switch (action.service()) {
                        case LOGS -> logsValue(field);
                        case IAM -> iamValue(field.memberName());
                        case STS -> stsValue(field.memberName());
                        case EC2, ELB -> null;
                    };
            if (required != null) {
                field.set(builder, required);
            }
        }
        Object request = ((SdkBuilder<?, ?>) builder).build();
        Method method = Arrays.stream(client.getClass().getMethods())
                .filter(m -> Arrays.equals(m.getParameterTypes(), new Class<?>[] {action.requestType()})
                        && m.getName().equalsIgnoreCase(action.name()))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            method.invoke(client, request);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** IAM and STS check a request against their model before they check permissions. */
    private static @Nullable Object iamValue(String member) {
        return switch (member) {
            case "PolicyArn", "OpenIDConnectProviderArn", "SAMLProviderArn", "PolicySourceArn", "PermissionsBoundary" ->
                "arn:aws:iam::000000000000:policy/value";
            case "AccessKeyId", "SSHPublicKeyId", "ServiceSpecificCredentialId", "CertificateId" -> "A".repeat(24);
            case "SerialNumber" -> "arn:aws:iam::000000000000:mfa/value";
            case "VersionId" -> "v1";
            case "SAMLMetadataDocument" -> "x".repeat(1_000);
            case "AuthenticationCode1", "AuthenticationCode2" -> "123456";
            case "Status" -> "Active";
            case "GlobalEndpointTokenVersion" -> "v2Token";
            case "OldPassword",
                    "NewPassword",
                    "Password",
                    "Url",
                    "AccountAlias",
                    "ClientID",
                    "Description",
                    "CertificateBody",
                    "PrivateKey",
                    "SSHPublicKeyBody" -> "value";
            case "Encoding" -> "SSH";
            case "TagKeys", "PolicyInputList", "ActionNames" -> List.of("value");
            case "ThumbprintList" -> List.of("a".repeat(40));
            case "Tags" -> List.of(Tag.builder().key("key").value("value").build());
            default -> null;
        };
    }

    private static @Nullable Object stsValue(String member) {
        return switch (member) {
            case "AccessKeyId" -> "A".repeat(20);
            case "EncodedMessage" -> "value";
            default -> null;
        };
    }

    /** CloudWatch Logs checks a request against its model before it checks permissions. */
    private static @Nullable Object logsValue(SdkField<?> field) {
        return switch (field.memberName()) {
            case "name",
                    "id",
                    "queryString",
                    "filterPattern",
                    "logRecordPointer",
                    "accessPolicy",
                    "deliveryDestinationPolicy",
                    "logType",
                    "destination" -> "value";
            case "policyType" -> "DATA_PROTECTION_POLICY";
            case "kmsKeyId" -> "arn:aws:kms:us-east-1:000000000000:key/1";
            case "logGroupArnList" -> List.of("arn:aws:logs:us-east-1:000000000000:log-group:value");
            case "logGroupIdentifiers" -> List.of("value");
            case "deletionProtectionEnabled", "enabled" -> true;
            case "retentionInDays" -> 1;
            case "startTime", "endTime", "from", "to" -> 1L;
            case "tagKeys", "logEventMessages" -> List.of("value");
            case "logEvents" ->
                List.of(InputLogEvent.builder().timestamp(1L).message("m").build());
            case "metricTransformations" ->
                List.of(MetricTransformation.builder()
                        .metricName("m")
                        .metricNamespace("n")
                        .metricValue("1")
                        .build());
            case "tags" -> field.marshallingType() == MarshallingType.LIST ? List.of("value") : Map.of("key", "value");
            default -> null;
        };
    }
}

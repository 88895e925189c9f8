package io.vpclocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.codec.RandomShapes;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Random requests get a response or a client error, never a server error. */
@EmulatorTest
class RandomCallsTest {

    private static final int CALLS_PER_ACTION = 3;

    @Autowired
    private Aws aws;

    @Autowired
    private ActionRegistry registry;

    @ParameterizedTest
    @EnumSource
    void noCallBreaksTheServer(AwsService service) throws Exception {
        String account = Aws.newAccount();
        List<String> words = words(account);
        Object client = client(service, account);
        Set<String> broken = new TreeSet<>();
        int seed = 0;
        for (ActionDefinition action : registry.all(service)) {
            Method method = method(service, action);
            for (int i = 0; i < CALLS_PER_ACTION; i++) {
                SdkPojo request = new RandomShapes(seed++, 0.2 + 0.25 * i, words).fill(action.requestType());
                String failure = failure(method, client, request);
                if (failure != null) {
                    broken.add(action.name() + ": " + failure + " for " + request);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static @Nullable String failure(Method method, Object client, SdkPojo request) throws Exception {
        try {
            method.invoke(client, request);
            return null;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof AwsServiceException answer && answer.statusCode() < 500) {
                return answer.awsErrorDetails().errorCode().isEmpty() ? "no code" : null;
            }
            return String.valueOf(e.getCause());
        }
    }

    /** Existing ids and names. Half of all texts are one of them, so that calls pass the look-ups. */
    private List<String> words(String account) {
        Ec2Client ec2 = aws.ec2(account);
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        List<String> words =
                new ArrayList<>(List.of(vpc, "10.0.0.0/24", "10.0.0.9", "us-east-1", "us-east-1a", "0", "tcp"));
        words.add(ec2.createSubnet(r -> r.vpcId(vpc).cidrBlock("10.0.1.0/24"))
                .subnet()
                .subnetId());
        words.add(
                ec2.describeSecurityGroups(r -> r.filters(f -> f.name("vpc-id").values(vpc)))
                        .securityGroups()
                        .get(0)
                        .groupId());
        words.add(ec2.describeRouteTables(r -> r.filters(f -> f.name("vpc-id").values(vpc)))
                .routeTables()
                .get(0)
                .routeTableId());
        words.add("com.amazonaws.us-east-1.s3");
        words.add("arn:aws:iam::" + account + ":root");
        words.add("{\"Version\":\"2012-10-17\",\"Statement\":[]}");
        return words;
    }

    private Object client(AwsService service, String account) {
        AwsCredentials root = Aws.root(account);
        return switch (service) {
            case EC2 -> aws.ec2(account);
            case IAM -> aws.iam(root);
            case STS -> aws.sts(root);
            case LOGS -> aws.logs(root, Region.US_EAST_1);
            case ELB -> aws.elb(root, Region.US_EAST_1);
        };
    }

    private static Method method(AwsService service, ActionDefinition action) {
        return Arrays.stream(service.client().getMethods())
                .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {action.requestType()}))
                .filter(method -> SdkResponse.class.isAssignableFrom(method.getReturnType()))
                .filter(method -> method.getName().equalsIgnoreCase(action.name()))
                .findFirst()
                .orElseThrow();
    }
}

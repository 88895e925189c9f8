package io.vpclocal.logs;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** Texts that AWS answered in 2026. */
@EmulatorTest
class RecordedRefusalsTest {

    private static final String POLICY =
            "Error occurred while parsing accessPolicy. Please check if the accessPolicy has"
                    + " been constructed correctly using IAM grammar.";
    private static final String TWO =
            "Policy can only have two statements. One for Audit Operation and one for Deidentify Operation";
    private static final String AUDIT = "{'DataIdentifier':['arn:aws:dataprotection::aws:data-identifier/%s'],"
            + "'Operation':{'Audit':{'FindingsDestination':{}}}}";
    private static final String MASK = "{'DataIdentifier':['arn:aws:dataprotection::aws:data-identifier/EmailAddress'],"
            + "'Operation':{'Deidentify':{'MaskConfig':{}}}}";

    @Autowired
    private Aws aws;

    static Stream<Arguments> calls() {
        return Stream.of(
                refused(
                        POLICY,
                        logs -> logs.putResourcePolicy(r -> r.policyName("p").policyDocument("{\"a\":1}"))),
                refused(
                        POLICY,
                        logs -> logs.putResourcePolicy(r -> r.policyName("p").policyDocument("none"))),
                refused(
                        "PutSubscriptionFilter operation cannot work with destinationArn for vendor sns",
                        logs -> subscribe(logs, "arn:aws:sns:us-east-1:111122223333:topic")),
                refused(
                        "destinationArn for vendor firehose cannot be used without roleArn",
                        logs -> subscribe(logs, "arn:aws:firehose:us-east-1:111122223333:deliverystream/d")),
                refused(
                        "Metric namespaces starting with AWS/ are reserved for AWS.",
                        logs -> logs.putMetricFilter(r -> r.logGroupName("g")
                                .filterName("f")
                                .filterPattern("")
                                .metricTransformations(t -> t.metricName("m")
                                        .metricNamespace("AWS/Custom")
                                        .metricValue("1")))),
                refused("Policy Version must be 2021-06-01", logs -> protect(logs, "2012-10-17", MASK)),
                refused(TWO, logs -> protect(logs, "2021-06-01", MASK)),
                refused(
                        "Audit Statement and Deidentify Statement must have the same Data Identifiers",
                        logs -> protect(logs, "2021-06-01", AUDIT.formatted("Address") + "," + MASK)),
                refused(
                        "Only 1 log group arn is supported in the list.",
                        logs -> logs.createLogAnomalyDetector(r -> r.logGroupArnList(
                                "arn:aws:logs:us-east-1:111122223333:log-group:g",
                                "arn:aws:logs:us-east-1:111122223333:log-group:h"))));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void theTextIsTheOneOfAws(String text, Consumer<CloudWatchLogsClient> call) {
        CloudWatchLogsClient logs = aws.logs(Aws.root(Aws.newAccount()), Region.US_EAST_1);
        logs.createLogGroup(r -> r.logGroupName("g"));
        Expect.awsError("InvalidParameterException", text, () -> call.accept(logs));
    }

    private static void subscribe(CloudWatchLogsClient logs, String destination) {
        logs.putSubscriptionFilter(
                r -> r.logGroupName("g").filterName("f").filterPattern("").destinationArn(destination));
    }

    private static void protect(CloudWatchLogsClient logs, String version, String statements) {
        String policy = "{'Name':'p','Version':'" + version + "','Statement':[" + statements + "]}";
        logs.putDataProtectionPolicy(r -> r.logGroupIdentifier("g").policyDocument(policy.replace('\'', '"')));
    }

    private static Arguments refused(String text, Consumer<CloudWatchLogsClient> call) {
        return Arguments.of(text, call);
    }
}

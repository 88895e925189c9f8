package io.vpclocal.logs;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.Collections;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroupClass;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputFormat;

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

    private static final String BARE =
            (AUDIT.formatted("EmailAddress") + "," + MASK).replace("arn:aws:dataprotection::aws:data-identifier/", "");

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
                                "arn:aws:logs:us-east-1:111122223333:log-group:h"))),
                refused("EmailAddress is not a valid Data Identifier", logs -> protect(logs, "2021-06-01", BARE)),
                refused(
                        "MaskWith is not a valid field",
                        logs -> protect(logs, "2021-06-01", MASK.replace("{}", "{'MaskWith':'*'}"))),
                refused(
                        "Policy document contains more than 20 fields.",
                        logs -> logs.putIndexPolicy(r -> r.logGroupIdentifier("g")
                                .policyDocument("{\"Fields\":[" + "\"f\",".repeat(20) + "\"f\"]}"))),
                refused(
                        "The provided field selection criteria is invalid",
                        logs -> logs.putMetricFilter(r -> r.logGroupName("g")
                                .filterName("f")
                                .filterPattern("")
                                .fieldSelectionCriteria("bogus criteria")
                                .metricTransformations(t ->
                                        t.metricName("m").metricNamespace("n").metricValue("1")))),
                refused(
                        "Too many log groups specified",
                        logs -> logs.putQueryDefinition(r -> r.name("q")
                                .queryString("fields @message")
                                .logGroupNames(Collections.nCopies(51, "g")))),
                refused(
                        "If a filter pattern starts with '[' it must end with ']'",
                        logs -> logs.putSubscriptionFilter(r -> r.logGroupName("g")
                                .filterName("f")
                                .filterPattern("[unclosed")
                                .roleArn("arn:aws:iam::111122223333:role/r")
                                .destinationArn("arn:aws:kinesis:us-east-1:111122223333:stream/s"))),
                refused(
                        "Cross-account role passing is not allowed.",
                        logs -> logs.putDestination(r -> r.destinationName("d")
                                .targetArn("arn:aws:kinesis:us-east-1:111122223333:stream/s")
                                .roleArn("arn:aws:iam::111122223333:role/r"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "SUBSCRIPTION_FILTER_POLICY | {bad | | InvalidParameterException | Malformed Subscription filter policy",
                "SUBSCRIPTION_FILTER_POLICY | {'FilterPattern':''} | | InvalidParameterException"
                        + " | MissingDestinationArnfield in policy document",
                "SUBSCRIPTION_FILTER_POLICY | FILTER | LogGroupNamePrefix 'pf' | InvalidParameterException"
                        + " | The provided SelectionCriteria string is invalid.",
                "SUBSCRIPTION_FILTER_POLICY | FOREIGN | LogGroupNamePrefix 'pf' | AccessDeniedException | Cross-account"
                        + " lambda invocation passing is not allowed. You must use DestinationPolicies to create cross"
                        + " account lambda triggers.",
                "FIELD_INDEX_POLICY | {'Fields':['f']} | LogGroupName NOT IN ['x'] | InvalidParameterException"
                        + " | Invalid selection criteria provided.",
                // A guess for transformers.
                "TRANSFORMER_POLICY | [] | LogGroupName NOT IN ['x'] | InvalidParameterException"
                        + " | Invalid selection criteria provided.",
                "TRANSFORMER_POLICY | {'a':1} | | InvalidParameterException | Invalid json transformer config provided",
                "DATA_PROTECTION_POLICY | {} | LogGroupName NOT IN ['x'] | InvalidParameterException | SelectionCriteria is"
                        + " not yet supported for the DATA_PROTECTION_POLICY policy type."
            })
    void accountPolicies(String type, String document, @Nullable String criteria, String code, String text) {
        String account = Aws.newAccount();
        String filter = "{'DestinationArn':'arn:aws:lambda:us-east-1:%s:function:f','FilterPattern':''}";
        String policy = document.replace("FILTER", filter.formatted(account))
                .replace("FOREIGN", filter.formatted("111122223333"));
        CloudWatchLogsClient logs = aws.logs(Aws.root(account), Region.US_EAST_1);
        Expect.awsError(
                code,
                text,
                () -> logs.putAccountPolicy(r -> r.policyName("p")
                        .policyType(type)
                        .policyDocument(policy.replace('\'', '"'))
                        .selectionCriteria(criteria == null ? null : criteria.replace('\'', '"'))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "FIELD_INDEX_POLICY | {'Fields':['f']} | LogGroupNamePrefix IN ['x']",
                "SUBSCRIPTION_FILTER_POLICY | {'DestinationArn':'arn:aws:kinesis:us-east-1:1:stream/s','FilterPattern':''}"
                        + " | LogGroupName NOT IN ['x']"
            })
    void accountPoliciesWithTheirCriteria(String type, String document, String criteria) {
        aws.logs(Aws.root(Aws.newAccount()), Region.US_EAST_1).putAccountPolicy(r -> r.policyName("p")
                .policyType(type)
                .policyDocument(document.replace('\'', '"'))
                .selectionCriteria(criteria.replace('\'', '"')));
    }

    @Test
    void deliveryDestinations() {
        CloudWatchLogsClient logs = aws.logs(Aws.root(Aws.newAccount()), Region.US_EAST_1);
        Expect.awsError(
                "ValidationException",
                "Invalid output format value provided.",
                () -> deliver(logs, "us-east-1", OutputFormat.PARQUET));
        Expect.awsError(
                "ValidationException",
                "Region from identity does not match the Destination Resource ARN.",
                () -> deliver(logs, "eu-west-1", OutputFormat.JSON));
        deliver(logs, "us-east-1", OutputFormat.JSON);
    }

    private static void deliver(CloudWatchLogsClient logs, String region, OutputFormat format) {
        logs.putDeliveryDestination(r -> r.name("d")
                .outputFormat(format)
                .deliveryDestinationConfiguration(
                        c -> c.destinationResourceArn("arn:aws:logs:" + region + ":111122223333:log-group:g")));
    }

    @Test
    void anomalyDetectorsNeedTheStandardClass() {
        String account = Aws.newAccount();
        CloudWatchLogsClient logs = aws.logs(Aws.root(account), Region.US_EAST_1);
        logs.createLogGroup(r -> r.logGroupName("ia").logGroupClass(LogGroupClass.INFREQUENT_ACCESS));
        Expect.awsError(
                "ValidationException",
                "This operation is only supported on the Standard log class.",
                () -> logs.createLogAnomalyDetector(
                        r -> r.logGroupArnList("arn:aws:logs:us-east-1:" + account + ":log-group:ia")));
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

package io.vpclocal.logs.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatchlogs.model.Delivery;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeliveryDestination;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeliverySource;
import software.amazon.awssdk.services.cloudwatchlogs.model.Destination;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetLogAnomalyDetectorResponse;

/**
 * Destinations, deliveries, anomaly detectors and keys (CloudWatch Logs API Reference). The messages of errors are our guess.
 */
@EmulatorTest
class LogResourceTest extends LogsTestBase {

    @Test
    void aDestinationHasAPolicyAndTags() {
        String target = account.scope.arn("kinesis", "stream/central");
        String role = "arn:aws:iam::" + account.scope.account() + ":role/logs";
        Destination made = logs.putDestination(r -> r.destinationName("central")
                        .targetArn(target)
                        .roleArn(role)
                        .tags(Map.of("team", "a")))
                .destination();
        assertThat(made.arn()).isEqualTo(account.scope.arn("logs", "destination:central"));
        assertThat(made.accessPolicy()).isNull();
        assertThat(made.creationTime()).isPositive();
        logs.putDestinationPolicy(r -> r.destinationName("central").accessPolicy("{\"Statement\":[]}"));
        Destination changed = logs.putDestination(r ->
                        r.destinationName("central").targetArn(target + "2").roleArn(role))
                .destination();
        assertThat(changed)
                .isEqualTo(made.toBuilder()
                        .targetArn(target + "2")
                        .accessPolicy("{\"Statement\":[]}")
                        .build());
        logs.putDestination(r -> r.destinationName("other").targetArn(target).roleArn(role));
        assertThat(logs.describeDestinationsPaginator(r -> r.limit(1)).destinations())
                .extracting(Destination::destinationName)
                .containsExactly("central", "other");
        assertThat(logs.describeDestinations(r -> r.destinationNamePrefix("c")).destinations())
                .containsExactly(changed);
        logs.tagResource(r -> r.resourceArn(made.arn()).tags(Map.of("stage", "b")));
        assertThat(logs.listTagsForResource(r -> r.resourceArn(made.arn())).tags())
                .isEqualTo(Map.of("team", "a", "stage", "b"));
        logs.untagResource(r -> r.resourceArn(made.arn()).tagKeys("team"));
        assertThat(logs.listTagsForResource(r -> r.resourceArn(made.arn())).tags())
                .isEqualTo(Map.of("stage", "b"));
        logs.deleteDestination(r -> r.destinationName("central"));
        Expect.awsError(
                "ResourceNotFoundException",
                "The specified destination does not exist.",
                () -> logs.deleteDestination(r -> r.destinationName("central")));
        Expect.awsError(
                "InvalidParameterException",
                () -> logs.putDestination(r -> r.destinationName("bad")
                        .targetArn("arn:aws:sqs:eu-west-1:1:q")
                        .roleArn(role)));
    }

    @Test
    void aDeliveryConnectsASourceWithADestination() {
        String group = account.scope.arn("logs", "log-group:g");
        DeliverySource source = logs.putDeliverySource(r -> r.name("src")
                        .resourceArn(account.scope.arn("cloudfront", "distribution/E1"))
                        .logType("ACCESS_LOGS"))
                .deliverySource();
        assertThat(source.service()).isEqualTo("cloudfront");
        assertThat(source.arn()).isEqualTo(account.scope.arn("logs", "delivery-source:src"));
        DeliveryDestination destination = logs.putDeliveryDestination(r -> r.name("dst")
                        .outputFormat("json")
                        .deliveryDestinationConfiguration(c -> c.destinationResourceArn(group)))
                .deliveryDestination();
        assertThat(destination.deliveryDestinationTypeAsString()).isEqualTo("CWL");
        logs.putDeliveryDestinationPolicy(
                r -> r.deliveryDestinationName("dst").deliveryDestinationPolicy("{\"Statement\":[]}"));
        assertThat(logs.getDeliveryDestinationPolicy(r -> r.deliveryDestinationName("dst"))
                        .policy()
                        .deliveryDestinationPolicy())
                .isEqualTo("{\"Statement\":[]}");
        Delivery made = logs.createDelivery(r -> r.deliverySourceName("src")
                        .deliveryDestinationArn(destination.arn())
                        .recordFields("date", "time")
                        .tags(Map.of("a", "b")))
                .delivery();
        assertThat(made.deliveryDestinationTypeAsString()).isEqualTo("CWL");
        assertThat(made.recordFields()).containsExactly("date", "time");
        assertThat(made.tags()).isEqualTo(Map.of("a", "b"));
        assertThat(logs.getDelivery(r -> r.id(made.id())).delivery()).isEqualTo(made);
        assertThat(logs.describeDeliveries(r -> {}).deliveries()).containsExactly(made);
        logs.updateDeliveryConfiguration(r -> r.id(made.id()).recordFields("date"));
        assertThat(logs.getDelivery(r -> r.id(made.id())).delivery().recordFields())
                .containsExactly("date");
        Expect.awsError(
                "ConflictException",
                () -> logs.createDelivery(r -> r.deliverySourceName("src").deliveryDestinationArn(destination.arn())));
        Expect.awsError("ConflictException", () -> logs.deleteDeliverySource(r -> r.name("src")));
        Expect.awsError("ConflictException", () -> logs.deleteDeliveryDestination(r -> r.name("dst")));
        Expect.awsError(
                "ValidationException",
                () -> logs.updateDeliveryConfiguration(
                        r -> r.id(made.id()).s3DeliveryConfiguration(c -> c.suffixPath("x"))));
        logs.deleteDelivery(r -> r.id(made.id()));
        logs.deleteDeliverySource(r -> r.name("src"));
        logs.deleteDeliveryDestination(r -> r.name("dst"));
        Expect.awsError("ResourceNotFoundException", () -> logs.getDeliverySource(r -> r.name("src")));
        Expect.awsError("ResourceNotFoundException", () -> logs.getDelivery(r -> r.id(made.id())));
    }

    /** Recorded from AWS. */
    @Test
    void answersAboutDeliveriesAreThoseOfAws() {
        Expect.awsError(
                "ResourceNotFoundException",
                "Requested Delivery Source does not exist in this account.",
                () -> logs.getDeliverySource(r -> r.name("foobar")));
        Expect.awsError(
                "ResourceNotFoundException",
                "Requested Delivery Destination does not exist in this account.",
                () -> logs.deleteDeliveryDestination(r -> r.name("foobar")));
        Expect.awsError(
                "ResourceNotFoundException",
                "Requested Delivery does not exist in this account.",
                () -> logs.getDelivery(r -> r.id("foobar")));
        Expect.awsError(
                "ResourceNotFoundException",
                "Cannot access provided service.",
                () -> logs.putDeliverySource(
                        r -> r.name("s3").resourceArn("arn:aws:s3:::bucket").logType("ACCESS_LOGS")));
        DeliveryDestination made = logs.putDeliveryDestination(r -> r.name("bucket")
                        .deliveryDestinationConfiguration(c -> c.destinationResourceArn("arn:aws:s3:::bucket"))
                        .tags(Map.of("a", "b")))
                .deliveryDestination();
        assertThat(made.hasTags()).isFalse();
        assertThat(logs.getDeliveryDestinationPolicy(r -> r.deliveryDestinationName("bucket"))
                        .policy()
                        .deliveryDestinationPolicy())
                .isNull();
    }

    @Test
    void anAnomalyDetectorIsStored() {
        account.group("g");
        String group = account.scope.arn("logs", "log-group:g");
        String arn = logs.createLogAnomalyDetector(r -> r.logGroupArnList(group)
                        .detectorName("d")
                        .evaluationFrequency("TEN_MIN")
                        .tags(Map.of("a", "b")))
                .anomalyDetectorArn();
        assertThat(arn)
                .matches(account.scope.arn("logs", "anomaly-detector:") + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        GetLogAnomalyDetectorResponse found = logs.getLogAnomalyDetector(r -> r.anomalyDetectorArn(arn));
        assertThat(found.anomalyVisibilityTime()).isEqualTo(21);
        assertThat(found.anomalyDetectorStatusAsString()).isEqualTo("TRAINING");
        logs.updateLogAnomalyDetector(
                r -> r.anomalyDetectorArn(arn).enabled(false).evaluationFrequency("ONE_HOUR"));
        assertThat(logs.listLogAnomalyDetectors(r -> r.filterLogGroupArn(group)).anomalyDetectors())
                .extracting(
                        one -> one.anomalyDetectorArn(),
                        one -> one.anomalyDetectorStatusAsString(),
                        one -> one.evaluationFrequencyAsString())
                .containsExactly(tuple(arn, "PAUSED", "ONE_HOUR"));
        assertThat(logs.listTagsForResource(r -> r.resourceArn(arn)).tags()).isEqualTo(Map.of("a", "b"));
        logs.deleteLogAnomalyDetector(r -> r.anomalyDetectorArn(arn));
        Expect.awsError("ResourceNotFoundException", () -> logs.getLogAnomalyDetector(r -> r.anomalyDetectorArn(arn)));
        Expect.awsError(
                "ResourceNotFoundException",
                () -> logs.createLogAnomalyDetector(
                        r -> r.logGroupArnList(account.scope.arn("logs", "log-group:none"))));
    }

    @Test
    void aKeyIsSetAndRemoved() {
        account.group("g");
        String key = account.scope.arn("kms", "key/1");
        logs.associateKmsKey(r -> r.logGroupName("g").kmsKeyId(key));
        assertThat(logs.describeLogGroups().logGroups().get(0).kmsKeyId()).isEqualTo(key);
        logs.disassociateKmsKey(r -> r.resourceIdentifier(account.scope.arn("logs", "log-group:g")));
        assertThat(logs.describeLogGroups().logGroups().get(0).kmsKeyId()).isNull();
        Expect.awsError(
                "ResourceNotFoundException",
                () -> logs.associateKmsKey(r -> r.logGroupName("none").kmsKeyId(key)));
        Expect.awsError("InvalidParameterException", () -> logs.associateKmsKey(r -> r.kmsKeyId(key)));
        for (String id : List.of("1234abcd-12ab-34cd-56ef-1234567890ab", "alias/logs")) {
            Expect.awsError(
                    "InvalidParameterException",
                    () -> logs.associateKmsKey(r -> r.logGroupName("g").kmsKeyId(id)));
            Expect.awsError(
                    "InvalidParameterException",
                    () -> logs.createLogGroup(r -> r.logGroupName("h").kmsKeyId(id)));
        }
    }
}

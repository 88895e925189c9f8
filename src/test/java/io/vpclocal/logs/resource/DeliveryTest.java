package io.vpclocal.logs.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.logs.LogsTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatchlogs.model.Delivery;

/** What AWS fills in, and the code of values that the model refuses. Recorded from AWS: S3, and the output format. */
@EmulatorTest
class DeliveryTest extends LogsTestBase {

    @Test
    void aDeliveryOfCloudFrontHasDefaults() {
        source("cloudfront", "distribution/E1");
        Delivery made = deliver("arn:aws:s3:::bucket");
        assertThat(made.recordFields())
                .hasSize(33)
                .startsWith("date", "time", "x-edge-location")
                .contains("cs(User-Agent)")
                .endsWith("sc-range-start", "sc-range-end");
        assertThat(made.s3DeliveryConfiguration().suffixPath()).isEqualTo("AWSLogs/{account-id}/CloudFront/");
        assertThat(made.s3DeliveryConfiguration().enableHiveCompatiblePath()).isFalse();
        assertThat(made.fieldDelimiter()).isNull();
        assertThat(logs.getDelivery(r -> r.id(made.id())).delivery()).isEqualTo(made);
    }

    /** UNVERIFIED: the record fields of deliveries to CloudWatch Logs. */
    @Test
    void onlyADeliveryToS3HasItsConfiguration() {
        source("cloudfront", "distribution/E1");
        Delivery made = deliver(account.scope.arn("logs", "log-group:g"));
        assertThat(made.recordFields()).hasSize(33);
        assertThat(made.s3DeliveryConfiguration()).isNull();
    }

    @Test
    void defaultsOfOtherServicesAreNotKnown() {
        source("workmail", "organization/m-1");
        Delivery made = deliver("arn:aws:s3:::bucket");
        assertThat(made.recordFields()).isEmpty();
        assertThat(made.s3DeliveryConfiguration()).isNull();
    }

    /** The order of the values is the model's; recorded from AWS is another one. */
    @Test
    void anUnknownOutputFormat() {
        Expect.awsError(
                "ValidationException",
                "1 validation error detected: Value at 'outputFormat' failed to satisfy constraint: Member must"
                        + " satisfy enum value set: [json, plain, w3c, raw, parquet]",
                () -> logs.putDeliveryDestination(r -> r.name("a")
                        .outputFormat("foobar")
                        .deliveryDestinationConfiguration(c -> c.destinationResourceArn("arn:aws:s3:::bucket"))));
    }

    /** Every member of the actions for deliveries with a value that the model refuses, and actions with the classic code. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PutDeliverySource | {"name":"a b","resourceArn":"arn:aws:workmail:us-east-1:1:organization/m","logType":"A"} | ValidationException
            PutDeliverySource | {"resourceArn":"arn:aws:workmail:us-east-1:1:organization/m","logType":"A"} | ValidationException
            PutDeliverySource | {"name":"a","logType":"A"} | ValidationException
            PutDeliverySource | {"name":"a","resourceArn":"arn:aws:workmail:us-east-1:1:organization/m","logType":"A-B"} | ValidationException
            PutDeliverySource | {"name":"a","resourceArn":"arn:aws:workmail:us-east-1:1:organization/m","logType":"A","tags":{}} | ValidationException
            PutDeliverySource | {"name":"a\\u0000","resourceArn":"arn:aws:workmail:us-east-1:1:organization/m","logType":"A"} | ValidationException
            PutDeliveryDestination | {"name":"a b"} | ValidationException
            PutDeliveryDestination | {"name":"a","outputFormat":"xml"} | ValidationException
            PutDeliveryDestination | {"name":"a","deliveryDestinationType":"SQS"} | ValidationException
            PutDeliveryDestination | {"name":"a","deliveryDestinationConfiguration":{}} | ValidationException
            PutDeliveryDestination | {"name":"a","tags":{}} | ValidationException
            PutDeliveryDestinationPolicy | {"deliveryDestinationName":"a b","deliveryDestinationPolicy":"{}"} | ValidationException
            CreateDelivery | {"deliverySourceName":"a b","deliveryDestinationArn":"arn:aws:s3:::b"} | ValidationException
            CreateDelivery | {"deliverySourceName":"a"} | ValidationException
            CreateDelivery | {"deliverySourceName":"a","deliveryDestinationArn":"arn:aws:s3:::b","fieldDelimiter":"123456"} | ValidationException
            CreateDelivery | {"deliverySourceName":"a","deliveryDestinationArn":"arn:aws:s3:::b","recordFields":[""]} | ValidationException
            CreateDelivery | {"deliverySourceName":"a","deliveryDestinationArn":"arn:aws:s3:::b","s3DeliveryConfiguration":{"suffixPath":""}} | ValidationException
            UpdateDeliveryConfiguration | {"id":"a-b"} | ValidationException
            UpdateDeliveryConfiguration | {"id":"a","fieldDelimiter":"123456"} | ValidationException
            GetDelivery | {"id":"a-b"} | ValidationException
            DescribeDeliveries | {"limit":51} | ValidationException
            DescribeDeliverySources | {"limit":0} | ValidationException
            DescribeDeliveryDestinations | {"nextToken":""} | ValidationException
            DescribeDeliveries | {"nextToken":"unknown"} | ValidationException
            DescribeLogGroups | {"logGroupClass":"NONE"} | InvalidParameterException
            PutMetricFilter | {"logGroupName":"a\\u0000","filterName":"a","filterPattern":"","metricTransformations":[]} | InvalidParameterException
            """)
    void valuesThatTheModelRefuses(String action, String body, String code) throws Exception {
        assertThat(RawHttp.json(aws.endpoint(), "Logs_20140328." + action, body).body())
                .contains("\"__type\":\"" + code + "\"");
    }

    private void source(String service, String resource) {
        logs.putDeliverySource(r ->
                r.name("src").resourceArn(account.scope.arn(service, resource)).logType("ACCESS_LOGS"));
    }

    private Delivery deliver(String target) {
        String destination = logs.putDeliveryDestination(
                        r -> r.name("dst").deliveryDestinationConfiguration(c -> c.destinationResourceArn(target)))
                .deliveryDestination()
                .arn();
        Delivery made = logs.createDelivery(r -> r.deliverySourceName("src").deliveryDestinationArn(destination))
                .delivery();
        assertThat(logs.describeDeliveries(r -> {}).deliveries()).containsExactly(made);
        return made;
    }
}

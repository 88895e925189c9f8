package io.vpclocal.flowlog.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.FlowLogTestBase;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The content of a template: AWS documentation, VPC User Guide: query flow logs using Amazon Athena. The wording is
 * ours.
 */
@EmulatorTest
class IntegrationTemplateTest extends FlowLogTestBase {

    @Test
    void theTableHasTheColumnsAndTheLayoutOfTheFlowLog() {
        String id = account.create(account.toBucket("arn:aws:s3:::logs/net/")
                .logFormat("${version} ${vpc-id} ${bytes}")
                .destinationOptions(o -> o.fileFormat("parquet").hiveCompatiblePartitions(true)));
        String template = template(id, "arn:aws:s3:::config");
        Object parsed = new Yaml(new CloudFormation()).load(template);
        assertThat(parsed).isInstanceOf(java.util.Map.class);
        assertThat(template)
                .contains("{Name: version, Type: int}", "{Name: vpc_id, Type: string}", "{Name: bytes, Type: bigint}")
                .contains("s3://logs/net/AWSLogs/aws-account-id=" + account.scope.account()
                        + "/aws-service=vpcflowlogs/aws-region=us-east-1/")
                .contains("ParquetHiveSerDe")
                .contains("projection.year.range: '2024,2100'", "projection.month.range: '1,12'")
                .contains("vpcflowlogs/aws-region=us-east-1/year=${year}/month=${month}/day=${day}\n");
    }

    /** AWS documentation, Athena User Guide: every partition column has a projection; hours need an interval. */
    @ParameterizedTest
    @CsvSource({
        "false, false, date, ${date}",
        "false, true, date, ${date}",
        "true, false, year month day, year=${year}/month=${month}/day=${day}",
        "true, true, year month day hour, year=${year}/month=${month}/day=${day}/hour=${hour}"
    })
    void everyPartitionIsProjected(boolean hive, boolean hourly, String keys, String location) {
        String id =
                account.create(account.toBucket("arn:aws:s3:::logs").destinationOptions(o -> o.fileFormat("plain-text")
                        .hiveCompatiblePartitions(hive)
                        .perHourPartition(hourly)));
        String template = template(id, "arn:aws:s3:::config");
        for (String key : keys.split(" ")) {
            assertThat(template)
                    .contains("projection." + key + ".type: ", "projection." + key + ".range: ")
                    .contains("- {Name: " + key + ", Type: string}");
        }
        assertThat(template).contains(account.scope.region() + "/" + location + "\n");
        if (!hive) {
            assertThat(template)
                    .contains("projection.date.interval: '1'")
                    .contains("projection.date.interval.unit: '" + (hourly ? "HOURS" : "DAYS") + "'")
                    .contains("projection.date.range: '2024/01/02" + (hourly ? "/00" : "") + ",NOW'");
        }
    }

    @Test
    void onlyForS3_andWithAllParameters() {
        String id = account.create(account.toGroup("g"));
        Expect.awsError("InvalidParameterValue", () -> template(id, "arn:aws:s3:::config"));
        Expect.awsError("InvalidFlowLogId.NotFound", () -> template("fl-00000000000000000", "arn:aws:s3:::config"));
        String toS3 = account.create(account.toBucket("arn:aws:s3:::logs"));
        Expect.awsError("InvalidParameter", () -> template(toS3, "config"));
        Expect.awsError("MissingParameter", () -> account.ec2.getFlowLogsIntegrationTemplate(r -> r.flowLogId(toS3)));
        Expect.awsError(
                "InvalidParameterValue",
                () -> account.ec2.getFlowLogsIntegrationTemplate(r -> r.flowLogId(toS3)
                        .configDeliveryS3DestinationArn("arn:aws:s3:::config")
                        .integrateServices(s ->
                                s.athenaIntegrations(a -> a.integrationResultS3DestinationArn("arn:aws:s3:::results")
                                        .partitionLoadFrequency("daily")
                                        .partitionStartDate(Instant.parse("2024-01-02T00:00:00Z"))
                                        .partitionEndDate(Instant.parse("2024-01-01T00:00:00Z"))))));
    }

    private String template(String id, String target) {
        return account.ec2
                .getFlowLogsIntegrationTemplate(r -> r.flowLogId(id)
                        .configDeliveryS3DestinationArn(target)
                        .integrateServices(s ->
                                s.athenaIntegrations(a -> a.integrationResultS3DestinationArn("arn:aws:s3:::results/q")
                                        .partitionLoadFrequency("none")
                                        .partitionStartDate(Instant.parse("2024-01-02T03:00:00Z")))))
                .result();
    }

    /** Supports CloudFormation's own tag. */
    private static final class CloudFormation extends SafeConstructor {

        CloudFormation() {
            super(new LoaderOptions());
            yamlConstructors.put(new Tag("!Ref"), new org.yaml.snakeyaml.constructor.AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return "reference";
                }
            });
        }
    }
}

package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** Who may write an export to a bucket (CloudWatch Logs User Guide, "Export log data to Amazon S3"; texts from users' reports). */
class LogExportPermissionsTest extends ProxyTest {

    private static final String DENIED =
            " call on the given bucket failed. Please check if CloudWatch Logs has been granted permission to perform this"
                    + " operation.";

    private final String account = Aws.newAccount();
    private final String bucket = "exports-" + account;
    private CloudWatchLogsClient logs;

    @BeforeEach
    void groupAndBucket() {
        logs = logs(Aws.root(account), aws.endpoint());
        logs.createLogGroup(r -> r.logGroupName("g"));
        s3(Aws.root(account)).createBucket(r -> r.bucket(bucket));
    }

    /** NAME is the service, ACCOUNT the caller's; an empty cell is no statement. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "logs.us-east-1.amazonaws.com | logs.us-east-1.amazonaws.com | ACCOUNT |",
                "logs.amazonaws.com | logs.amazonaws.com | ACCOUNT |",
                "logs.eu-west-1.amazonaws.com | logs.us-east-1.amazonaws.com | ACCOUNT | GetBucketAcl",
                "logs.us-east-1.amazonaws.com | delivery.logs.amazonaws.com | ACCOUNT | PutObject",
                "logs.us-east-1.amazonaws.com | logs.us-east-1.amazonaws.com | 111122223333 | GetBucketAcl"
            })
    void thePolicyLetsCloudWatchLogsWrite(String reader, String writer, String source, String refused) {
        refused("GetBucketAcl");
        s3(Aws.root(account)).putBucketPolicy(r -> r.bucket(bucket)
                .policy(People.document(
                        statement(reader, "s3:GetBucketAcl", "", "'aws:SourceAccount':'" + source + "'"),
                        statement(
                                writer,
                                "s3:PutObject",
                                "/*",
                                "'s3:x-amz-acl':'bucket-owner-full-control','aws:SourceAccount':'" + source + "'"))));
        if (refused == null) {
            assertThat(export(logs, bucket)).isNotEmpty();
            assertThat(UPSTREAM.object("/" + bucket + "/aws-logs-write-test")).isNotNull();
        } else {
            refused(refused);
        }
    }

    @Test
    void theCallerMayWriteToo() {
        AwsCredentials user = people.user(account, "exporter", People.allowing("logs:*"));
        Expect.awsError(
                "InvalidParameterException",
                "Please ensure that the CreateExportTask caller has been granted s3:PutObject access to the bucket.",
                () -> export(logs(user, aws.endpoint()), "unknown-" + account));
        AwsCredentials writer = people.user(account, "writer", People.allowing("logs:*,s3:PutObject"));
        assertThat(export(logs(writer, aws.endpoint()), "unknown-" + account)).isNotEmpty();
    }

    @Test
    void aBucketThatTheUpstreamDoesNotHaveIsRefused() {
        Expect.awsError(
                "InvalidParameterException",
                "The given bucket does not exist. Please make sure the bucket is valid.",
                () -> export(logs, "missing-" + account));
    }

    private void refused(String call) {
        Expect.awsError("InvalidParameterException", call + DENIED, () -> export(logs, bucket));
    }

    private static String export(CloudWatchLogsClient logs, String bucket) {
        return logs.createExportTask(
                        r -> r.logGroupName("g").from(0L).to(Long.MAX_VALUE).destination(bucket))
                .taskId();
    }

    private String statement(String service, String action, String objects, String equals) {
        return ("{'Effect':'Allow','Principal':{'Service':'" + service + "'},'Action':'" + action
                        + "','Resource':'arn:aws:s3:::" + bucket + objects + "','Condition':{'StringEquals':{" + equals
                        + "}}}")
                .replace("ACCOUNT", account)
                .replace('\'', '"');
    }
}

package io.vpclocal.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** boto3 and the AWS CLI as they are, where they are installed: the ways in which they sign, frame and read. */
class BotoTest extends ProxyTest {

    private static final String SCRIPT = """
            import boto3
            from botocore.config import Config
            from botocore.exceptions import ClientError
            body = bytes(range(256)) * 2000
            s3 = boto3.client('s3')
            s3.put_object(Bucket='boto', Key='a b/c+d', Body=body)
            assert s3.get_object(Bucket='boto', Key='a b/c+d')['Body'].read() == body
            assert s3.get_object(Bucket='boto', Key='a b/c+d', Range='bytes=1-3')['Body'].read() == body[1:4]
            s3.upload_file(__file__, 'boto', 'script')
            try:
                s3.get_object(Bucket='secret', Key='k')
            except ClientError as e:
                print(e)
            try:
                s3.put_object(Bucket='secret', Key='k', Body=body)
            except ClientError as e:
                print(e)
            import urllib.request
            s3 = boto3.client('s3', config=Config(signature_version='s3v4'))
            url = s3.generate_presigned_url('get_object', Params={'Bucket': 'boto', 'Key': 'script'})
            assert urllib.request.urlopen(url).read() == open(__file__, 'rb').read()
            sqs = boto3.client('sqs')
            print(sqs.list_queues()['QueueUrls'])
            try:
                sqs.send_message(QueueUrl='http://localhost/123456789012/q', MessageBody='x')
            except ClientError as e:
                print(e)
            """;

    @TempDir
    private Path directory;

    private final String account = Aws.newAccount();
    private AwsCredentials user;

    @BeforeEach
    void aUserWithPolicies() {
        user = people.user(
                account,
                "boto",
                People.document(
                        "{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::boto/*\"}",
                        "{\"Effect\":\"Allow\",\"Action\":\"sqs:ListQueues\",\"Resource\":\"*\"}"));
    }

    @Test
    void boto3() throws Exception {
        assumeTrue(run(List.of("python3", "-c", "import boto3")).exit() == 0, "boto3 is not installed");
        UPSTREAM.answer("AmazonSQS.ListQueues", "{\"QueueUrls\":[\"http://q\"]}");
        Path script = Files.writeString(directory.resolve("calls.py"), SCRIPT);

        Ended ended = run(List.of("python3", script.toString()));

        assertThat(ended.exit()).as(ended.output()).isZero();
        String denied = "User: arn:aws:iam::" + account + ":user/boto is not authorized to perform: ";
        assertThat(ended.output().lines())
                .containsExactly(
                        "An error occurred (AccessDenied) when calling the GetObject operation: " + denied
                                + "s3:GetObject on resource: \"arn:aws:s3:::secret/k\" because no identity-based policy"
                                + " allows the s3:GetObject action",
                        "An error occurred (AccessDenied) when calling the PutObject operation: " + denied
                                + "s3:PutObject on resource: \"arn:aws:s3:::secret/k\" because no identity-based policy"
                                + " allows the s3:PutObject action",
                        "['http://q']",
                        "An error occurred (AccessDeniedException) when calling the SendMessage operation: " + denied
                                + "sqs:SendMessage on resource: arn:aws:sqs:us-east-1:123456789012:q because no"
                                + " resource-based policy allows the sqs:SendMessage action");
    }

    @Test
    void theCommandLine() throws Exception {
        assumeTrue(run(List.of("aws", "--version")).exit() == 0, "the AWS CLI is not installed");
        Path file = directory.resolve("file");
        Files.write(file, new byte[20_000]);

        Ended ended = run(List.of("aws", "s3", "cp", "--only-show-errors", file.toString(), "s3://boto/cli"));

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(UPSTREAM.object("/boto/cli")).isEqualTo(new byte[20_000]);
    }

    private record Ended(int exit, String output) {}

    private Ended run(List<String> command) throws IOException, InterruptedException {
        Path log = Files.createTempFile(directory, "output", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("AWS_ENDPOINT_URL", aws.endpoint().toString());
        builder.environment().put("AWS_ACCESS_KEY_ID", user.accessKeyId());
        builder.environment().put("AWS_SECRET_ACCESS_KEY", user.secretAccessKey());
        builder.environment().put("AWS_DEFAULT_REGION", "us-east-1");
        try {
            Process process = builder.start();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Ended(-1, "It did not end: " + Files.readString(log, StandardCharsets.UTF_8));
            }
            return new Ended(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return new Ended(-1, String.valueOf(e.getMessage()));
        }
    }
}

package io.vpclocal.proxy;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.People;
import java.net.URI;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Tests of forwarded calls: they share an emulator with an upstream that records what it gets. */
@EmulatorTest
public abstract class ProxyTest {

    protected static final RecordingUpstream UPSTREAM = new RecordingUpstream();

    /** The upstream of Systems Manager, which fails in the way that the name of the parameter says. */
    protected static final FaultyUpstream FAULTY = new FaultyUpstream();

    @Autowired
    protected Aws aws;

    @Autowired
    protected People people;

    @DynamicPropertySource
    static void upstream(DynamicPropertyRegistry settings) {
        settings.add("vpclocal.upstream", UPSTREAM::url);
        settings.add("vpclocal.upstream.glue", () -> "http://127.0.0.1:1");
        settings.add("vpclocal.upstream.ssm", FAULTY::url);
        settings.add("vpclocal.gateway.silence", () -> "300ms");
        settings.add("vpclocal.gateway.answer-timeout", () -> "3s");
        settings.add("vpclocal.gateway.body-timeout", () -> "2s");
    }

    protected S3Client s3(AwsCredentials credentials) {
        return s3(credentials, aws.endpoint());
    }

    protected static S3Client s3(AwsCredentials credentials, URI endpoint) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .forcePathStyle(true)
                // HttpURLConnection loses the body of an answer that comes instead of "100 Continue".
                .serviceConfiguration(c -> c.expectContinueEnabled(false));
        return at(builder, credentials, endpoint);
    }

    protected DynamoDbClient dynamo(AwsCredentials credentials) {
        return dynamo(credentials, aws.endpoint());
    }

    protected static DynamoDbClient dynamo(AwsCredentials credentials, URI endpoint) {
        return at(DynamoDbClient.builder().httpClient(UrlConnectionHttpClient.create()), credentials, endpoint);
    }

    protected static Ec2Client ec2(AwsCredentials credentials, URI endpoint) {
        return at(Ec2Client.builder().httpClient(UrlConnectionHttpClient.create()), credentials, endpoint);
    }

    protected static CloudWatchLogsClient logs(AwsCredentials credentials, URI endpoint) {
        return at(CloudWatchLogsClient.builder().httpClient(UrlConnectionHttpClient.create()), credentials, endpoint);
    }

    /** The client that calls an address once, without retries. */
    private static <B extends AwsClientBuilder<B, C>, C> C at(B builder, AwsCredentials credentials, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(c -> c.retryStrategy(s -> s.maxAttempts(1)))
                .build();
    }
}

package io.vpclocal.testing;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Makes real SDK clients for the emulator under test, each account in use only once. */
@TestComponent
public class Aws {

    private static final AtomicLong ACCOUNTS = new AtomicLong(100_000_000_000L);
    private static final SdkHttpClient HTTP = new JdkHttp();

    private final Environment environment;

    Aws(Environment environment) {
        this.environment = environment;
    }

    /** An account that nobody used before. */
    public static String newAccount() {
        return String.valueOf(ACCOUNTS.incrementAndGet());
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
    }

    /** The EC2 client of a new account's root user in us-east-1. */
    public Ec2Client ec2() {
        return ec2(newAccount());
    }

    public Ec2Client ec2(String account) {
        return ec2(root(account), Region.US_EAST_1);
    }

    public Ec2Client ec2(AwsCredentials credentials, Region region) {
        return configure(Ec2Client.builder().httpClient(HTTP), credentials, region)
                .build();
    }

    public IamClient iam(AwsCredentials credentials) {
        return configure(IamClient.builder().httpClient(HTTP), credentials, Region.US_EAST_1)
                .build();
    }

    public StsClient sts(AwsCredentials credentials) {
        return configure(StsClient.builder().httpClient(HTTP), credentials, Region.US_EAST_1)
                .build();
    }

    public CloudWatchLogsClient logs(AwsCredentials credentials, Region region) {
        return configure(CloudWatchLogsClient.builder().httpClient(HTTP), credentials, region)
                .build();
    }

    /** The open key of an account's root user. */
    public static AwsCredentials root(String account) {
        return AwsBasicCredentials.create(account, "any-secret");
    }

    private <B extends AwsClientBuilder<B, C>, C> B configure(B builder, AwsCredentials credentials, Region region) {
        return builder.endpointOverride(endpoint())
                .region(region)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .overrideConfiguration(c -> c.retryStrategy(RetryMode.STANDARD).retryStrategy(s -> s.maxAttempts(1)));
    }
}

package io.vpclocal.testing;

import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Creates real SDK clients for the emulator under test. Each account is used only once. */
@TestComponent
public class Aws {

    private static final AtomicLong ACCOUNTS = new AtomicLong(100_000_000_000L);
    private static final SdkHttpClient HTTP = new JdkHttp();

    private final Environment environment;

    Aws(Environment environment) {
        this.environment = environment;
    }

    /** For an emulator in another process on this machine. */
    public static Aws at(int port) {
        return new Aws(new MockEnvironment().withProperty("local.server.port", String.valueOf(port)));
    }

    /** A new account. */
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

    /** The same, without a default VPC. */
    public Ec2Client ec2WithoutDefaultVpc() {
        Ec2Client ec2 = ec2();
        ec2.describeSubnets().subnets().forEach(subnet -> ec2.deleteSubnet(r -> r.subnetId(subnet.subnetId())));
        for (InternetGateway gateway : ec2.describeInternetGateways().internetGateways()) {
            String id = gateway.internetGatewayId();
            ec2.detachInternetGateway(r ->
                    r.internetGatewayId(id).vpcId(gateway.attachments().get(0).vpcId()));
            ec2.deleteInternetGateway(r -> r.internetGatewayId(id));
        }
        ec2.describeVpcs().vpcs().forEach(vpc -> ec2.deleteVpc(r -> r.vpcId(vpc.vpcId())));
        return ec2;
    }

    public Ec2Client ec2(String account) {
        return ec2(root(account), Region.US_EAST_1);
    }

    public Ec2Client ec2(AwsCredentials credentials, Region region) {
        return configure(Ec2Client.builder().httpClient(HTTP), credentials, region)
                .build();
    }

    public IamClient iam(AwsCredentials credentials) {
        return iam(credentials, Region.US_EAST_1);
    }

    /** A client of the partition of a Region. */
    public IamClient iam(AwsCredentials credentials, Region region) {
        return configure(IamClient.builder().httpClient(HTTP), credentials, region)
                .build();
    }

    public StsClient sts(AwsCredentials credentials) {
        return configure(StsClient.builder().httpClient(HTTP), credentials, Region.US_EAST_1)
                .build();
    }

    /** A client whose requests are not signed, as for AssumeRoleWithWebIdentity. */
    public StsClient anonymousSts() {
        return StsClient.builder()
                .httpClient(HTTP)
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    public CloudWatchLogsClient logs(AwsCredentials credentials, Region region) {
        return configure(CloudWatchLogsClient.builder().httpClient(HTTP), credentials, region)
                .build();
    }

    /** The load balancing client of an account's root user in us-east-1. */
    public ElasticLoadBalancingV2Client elb(String account) {
        return elb(root(account), Region.US_EAST_1);
    }

    public ElasticLoadBalancingV2Client elb(AwsCredentials credentials, Region region) {
        return configure(ElasticLoadBalancingV2Client.builder().httpClient(HTTP), credentials, region)
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

package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Injection of parameters and fields; our design. */
@VpcLocalTest(region = "eu-west-1")
@SuppressWarnings("NullAway.Init") // injected
class InjectionTest {

    private static StsClient ofClass;

    private static @Nullable String accountOfClass;

    private final Ec2Client byConstructor;

    private IamClient iam;

    @Account("111122223333")
    private StsClient other;

    private VpcLocalAccount account;

    /** Set by the test, so it is not injected. */
    private @Nullable URI own = URI.create("http://localhost/");

    @Deprecated
    private @Nullable Ec2Client annotatedByOthers;

    InjectionTest(Ec2Client byConstructor) {
        this.byConstructor = byConstructor;
    }

    @BeforeAll
    static void lifecycleMethodsGetValuesToo(VpcLocalAccount account) {
        accountOfClass = account.id();
        assertThat(ofClass.getCallerIdentity().account()).isEqualTo(account.id());
    }

    @BeforeEach
    void allTestsOfAClassHaveOneAccount(StsClient sts) {
        assertThat(sts.getCallerIdentity().account()).isEqualTo(accountOfClass);
        assertThat(account.id()).isEqualTo(accountOfClass);
    }

    @Test
    void fieldsAreFilledUnlessOtherLibrariesOwnThem() {
        assertThat(iam.listUsers().users()).isEmpty();
        assertThat(other.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::111122223333:root");
        assertThat(own).hasHost("localhost");
        assertThat(annotatedByOthers).isNull();
    }

    @Test
    void constructorsGetTheSameAccount(Ec2Client ec2) {
        String vpc =
                byConstructor.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
        assertThat(ec2.describeVpcs(r -> r.vpcIds(vpc)).vpcs())
                .singleElement()
                .satisfies(found -> assertThat(found.ownerId()).isEqualTo(accountOfClass));
    }

    @Test
    void clientsOfEachServiceAreMadeForTheRegion(CloudWatchLogsClient logs, CloudWatchLogsAsyncClient asyncLogs) {
        logs.createLogGroup(r -> r.logGroupName("app"));
        assertThat(asyncLogs.describeLogGroups().join().logGroups())
                .singleElement()
                .satisfies(group -> assertThat(group.arn())
                        .isEqualTo("arn:aws:logs:eu-west-1:" + accountOfClass + ":log-group:app:*"));
    }

    @Test
    void asynchronousClientsNeedNoHttpLibrary(Ec2AsyncClient ec2) {
        String vpc = ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16")).join().vpc().vpcId();
        assertThat(ec2.describeVpcs(r -> r.vpcIds(vpc)).join().vpcs()).hasSize(1);
    }

    @Test
    void endpointRegionAndCredentialsAreInjected(
            URI endpoint,
            Region region,
            AwsCredentials credentials,
            AwsCredentialsProvider provider,
            VpcLocalControl control,
            VpcLocal emulator) {
        assertThat(endpoint)
                .isEqualTo(account.endpoint())
                .isEqualTo(control.endpoint())
                .isEqualTo(emulator.endpoint());
        assertThat(region).isEqualTo(Region.EU_WEST_1);
        assertThat(credentials.accessKeyId()).isEqualTo(accountOfClass);
        assertThat(provider.resolveCredentials()).isEqualTo(credentials);
    }

    @Nested
    class Inside {

        private Ec2Client ec2;

        @Test
        void nestedClassesShareTheAccount(StsClient sts) {
            assertThat(sts.getCallerIdentity().account()).isEqualTo(accountOfClass);
            assertThat(ec2.describeVpcs().vpcs()).isNotEmpty();
        }
    }
}

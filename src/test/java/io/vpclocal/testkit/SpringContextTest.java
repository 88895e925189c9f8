package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.sts.StsClient;

/** An application context whose clients use the emulator. The property names are Spring Cloud AWS's. */
class SpringContextTest {

    /** Not annotated, so that the emulator's own tests do not find it. */
    static class Application {

        @Bean(destroyMethod = "close")
        StsClient sts(
                @Value("${spring.cloud.aws.endpoint}") URI endpoint,
                @Value("${spring.cloud.aws.region.static}") String region,
                @Value("${spring.cloud.aws.credentials.access-key}") String key,
                @Value("${spring.cloud.aws.credentials.secret-key}") String secret) {
            return StsClient.builder()
                    .httpClient(JdkHttp.SYNC)
                    .endpointOverride(endpoint)
                    .region(Region.of(region))
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret)))
                    .build();
        }
    }

    @Nested
    @SpringJUnitConfig(Application.class)
    @VpcLocalTest(region = "eu-central-1")
    @SuppressWarnings("NullAway.Init") // injected
    class Led {

        @Autowired
        private StsClient ofApplication;

        @Autowired
        private ApplicationContext context;

        private VpcLocalAccount account;

        @Test
        void theApplicationAndTheTestHaveTheSameAccount(Ec2Client ec2) {
            assertThat(ofApplication.getCallerIdentity().account()).isEqualTo(account.id());
            assertThat(ec2.describeVpcs().vpcs().get(0).ownerId()).isEqualTo(account.id());
            assertThat(context.getEnvironment().getProperty("aws.endpointUrl"))
                    .isEqualTo(account.endpoint().toString());
            assertThat(context.getEnvironment().getProperty("aws.region")).isEqualTo("eu-central-1");
        }
    }

    @Nested
    @SpringJUnitConfig(Application.class)
    @VpcLocalTest(region = "eu-central-1")
    class LedToo {

        @Test
        void classesThatShareTheContextShareItsAccount(@Autowired StsClient ofApplication, VpcLocalAccount account) {
            assertThat(ofApplication.getCallerIdentity().account()).isEqualTo(account.id());
        }
    }

    @Nested
    @VpcLocalTest(systemProperties = true)
    class ByThemselves {

        @Test
        void clientsWithDefaultConfigurationFindTheEmulator(VpcLocalAccount account) {
            try (StsClient sts = StsClient.builder().httpClient(JdkHttp.SYNC).build()) {
                assertThat(sts.getCallerIdentity().account()).isEqualTo(account.id());
            }
        }
    }
}

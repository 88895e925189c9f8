package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sts.StsClient;

/** The container without a container engine: an emulator in this JVM replaces the container's. */
class VpcLocalContainerTest {

    private static final class Inside extends VpcLocalContainer {

        private final URI emulator = VpcLocal.shared().endpoint();

        private Inside() {
            super("vpc-local");
        }

        @Override
        public String getHost() {
            return emulator.getHost();
        }

        @Override
        public Integer getMappedPort(int port) {
            return port == PORT ? emulator.getPort() : super.getMappedPort(port);
        }
    }

    @Test
    void itsEndpointControlAndAccountsUseTheMappedPort() {
        VpcLocalContainer container = new Inside();
        assertThat(container.getEndpoint()).isEqualTo(VpcLocal.shared().endpoint());
        assertThat(container.control().health().services()).containsKey("ec2");
        StsClient sts = container.account("123456789012").client(StsClient.class);
        assertThat(sts.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::123456789012:root");
    }

    @Test
    void settingsBecomeEnvironmentVariables() {
        VpcLocalContainer container = new VpcLocalContainer("vpc-local")
                .withSetting("vpclocal.identity.open-root-keys", "false")
                .withSetting("vpclocal.data-dir", "/data");
        // As Spring Boot names them (Spring Boot reference, binding from environment variables).
        assertThat(container.getEnvMap())
                .containsEntry("VPCLOCAL_IDENTITY_OPENROOTKEYS", "false")
                .containsEntry("VPCLOCAL_DATADIR", "/data");
        assertThat(container.getExposedPorts()).containsExactly(4566);
    }
}

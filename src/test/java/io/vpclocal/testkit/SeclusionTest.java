package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Expect;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The emulator is isolated from the tests; our design. */
@Isolated("changes system properties")
class SeclusionTest {

    private static final Map<String, String> STRICT = Map.of("vpclocal.quotas", "strict");

    @Test
    void settingsReachIt_andSystemPropertiesDoNot() {
        System.setProperty("spring.profiles.active", "of-the-user");
        System.setProperty("vpclocal.identity.mode", "off");
        System.setProperty("spring.datasource.url", "jdbc:h2:/nowhere/users");
        Properties before = (Properties) System.getProperties().clone();
        Level root = LogManager.getLogManager().getLogger("").getLevel();
        int handlers = LogManager.getLogManager().getLogger("").getHandlers().length;
        try {
            VpcLocal emulator = VpcLocal.shared(STRICT);

            assertThat(System.getProperties()).isEqualTo(before);
            assertThat(LogManager.getLogManager().getLogger("").getLevel()).isEqualTo(root);
            assertThat(LogManager.getLogManager().getLogger("").getHandlers()).hasSize(handlers);
            assertThat(Logger.getLogger("org.apache").getLevel()).isNull();
            VpcLocalAccount account = emulator.newAccount();
            assertThat(account.control().call("GET", "/_vpclocal/info", null))
                    .contains("\"identity.mode\": \"enforce\"")
                    .contains("\"quotas\": \"strict\"");
            Ec2Client nobody = account.client(Ec2Client.class, account.user("nobody", null));
            Expect.awsError("UnauthorizedOperation", nobody::describeVpcs);
        } finally {
            System.clearProperty("spring.profiles.active");
            System.clearProperty("vpclocal.identity.mode");
            System.clearProperty("spring.datasource.url");
        }
    }

    @Test
    void equalSettingsShareAnEmulator() {
        assertThat(VpcLocal.shared(STRICT)).isSameAs(VpcLocal.shared(Map.copyOf(STRICT)));
        assertThat(VpcLocal.shared().endpoint())
                .isNotEqualTo(VpcLocal.shared(STRICT).endpoint());
    }
}

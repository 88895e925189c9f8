package io.vpclocal.protocol.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.dispatch.ActionRegistry;
import io.vpclocal.protocol.dispatch.Dispatcher;
import io.vpclocal.testing.OwnEmulator;
import io.vpclocal.testing.PostgresServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values that only H2 can store, such as U+0000, are refused first, so that both databases behave alike. */
class HostileMembersPostgresTest {

    @Test
    void noMemberBreaksAnAction() throws Exception {
        assumeTrue(PostgresServer.installed(), "PostgreSQL is not installed");
        try (PostgresServer server = PostgresServer.start();
                OwnEmulator emulator = OwnEmulator.start(
                        Map.of("vpclocal.database.url", server.url(), "vpclocal.database.username", server.user()))) {
            for (AwsService service : AwsService.values()) {
                HostileCalls calls = new HostileCalls(emulator.bean(Dispatcher.class), service, emulator.aws());
                assertThat(calls.broken(emulator.bean(ActionRegistry.class))).isEmpty();
            }
        }
    }
}

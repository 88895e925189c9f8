package io.vpclocal.flowlog.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.OwnEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The cost of a thousand interfaces without traffic, in records and rows. The bounds are our own. */
@Tag("slow")
class ManyIdleInterfacesTest {

    private static final int INTERFACES = 1_000;

    private static OwnEmulator emulator;

    @BeforeAll
    static void start() {
        emulator = OwnEmulator.start(Map.of(
                "vpclocal.flow-logs.poll-interval", "1h",
                "vpclocal.network.default-vpc", "false"));
        clock().freeze();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void idleInterfaces_recordsAndRows() {
        clock().set(Instant.parse("2026-03-01T12:00:00Z"));
        FlowLogAccount account = new FlowLogAccount(emulator.aws());
        String subnet = account.ec2
                .createSubnet(r -> r.vpcId(account.vpc).cidrBlock("10.0.4.0/22"))
                .subnet()
                .subnetId();
        for (int hundreds = 0; hundreds < INTERFACES / 100; hundreds++) {
            account.ec2.runInstances(
                    r -> r.imageId("ami-12345678").minCount(100).maxCount(100).subnetId(subnet));
        }
        account.create(account.toGroup("flows").maxAggregationInterval(60));

        for (int move = 1; move <= 2; move++) {
            clock().advance(Duration.ofDays(3));
            assertThat(records()).isEqualTo(move * 10L * INTERFACES);
            assertThat(rows("log_chunk")).isEqualTo((long) move * INTERFACES);
        }
        long chunks = rows("log_chunk");
        for (int minute = 1; minute <= 3; minute++) {
            clock().advance(Duration.ofMinutes(1));
            assertThat(records()).isEqualTo((20L + minute) * INTERFACES);
        }
        assertThat(rows("log_chunk")).isEqualTo(chunks);
        assertThat(rows("log_chunk_body")).isEqualTo(chunks);
        assertThat(rows("log_stream")).isEqualTo(INTERFACES);
        assertThat(rows("captured_traffic")).isZero();
        assertThat(rows("delivered_traffic")).isZero();
    }

    private static long records() {
        return count("select coalesce(sum(events), 0) from log_chunk");
    }

    private static long rows(String table) {
        return count("select count(*) from " + table);
    }

    private static long count(String query) {
        Long count = emulator.bean(JdbcTemplate.class).queryForObject(query, Long.class);
        return count == null ? 0 : count;
    }

    private static EmulatorClock clock() {
        return emulator.bean(EmulatorClock.class);
    }
}

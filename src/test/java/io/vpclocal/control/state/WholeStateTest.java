package io.vpclocal.control.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.ResetListener;
import io.vpclocal.protocol.clock.ClockListener;
import io.vpclocal.protocol.clock.ClockMoved;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.OwnEmulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Vpc;
import tools.jackson.databind.JsonNode;

/** Operations on all accounts, with a separate emulator. */
class WholeStateTest {

    private static OwnEmulator emulator;

    @BeforeAll
    static void start() {
        emulator = OwnEmulator.start(Map.of(), Heard.class);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @BeforeEach
    void forget() throws Exception {
        control().post("/_vpclocal/reset");
        emulator.bean(Heard.class).all.clear();
    }

    /** Records notifications of the modules. */
    static class Heard implements ResetListener, ClockListener {

        private final List<Object> all = new CopyOnWriteArrayList<>();

        @Override
        public void reset(@Nullable String account, @Nullable String region) {
            all.add("reset " + account + " " + region);
        }

        @Override
        public void clockMoved(ClockMoved moved) {
            all.add(Duration.between(moved.before(), moved.after()));
        }
    }

    @Test
    void aFullResetDeletesEverything() throws Exception {
        Ec2Client one = emulator.aws().ec2();
        Ec2Client two = emulator.aws().ec2();
        List<Integer> atFirst = List.of(
                one.describeVpcs().vpcs().size(), two.describeVpcs().vpcs().size());
        createVpc(one);
        createVpc(two);
        control().post("/_vpclocal/faults", "{\"latencyMillis\":0,\"code\":\"X\",\"action\":\"Nothing\"}");
        control().put("/_vpclocal/clock", "{\"time\":\"2030-01-01T00:00:00Z\",\"frozen\":true}");
        emulator.bean(Heard.class).all.clear();

        assertThat(control().post("/_vpclocal/reset").status()).isEqualTo(200);

        assertThat(List.of(
                        one.describeVpcs().vpcs().size(),
                        two.describeVpcs().vpcs().size()))
                .isEqualTo(atFirst);
        assertThat(control().get("/_vpclocal/faults").json()).isEmpty();
        assertThat(control().get("/_vpclocal/clock").json().path("frozen").asBoolean())
                .isFalse();
        assertThat(emulator.bean(Heard.class).all).contains("reset null null");
    }

    @Test
    void timeIsSetAdvancedFrozenAndThawed() throws Exception {
        JsonNode set = put("{\"time\":\"2030-01-01T00:00:00Z\",\"frozen\":true}");
        assertThat(set.path("time").asString()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(set.path("frozen").asBoolean()).isTrue();
        emulator.bean(Heard.class).all.clear();

        assertThat(put("{\"advance\":\"PT36H\"}").path("time").asString()).isEqualTo("2030-01-02T12:00:00Z");
        assertThat(put("{\"advance\":\"-P1D\"}").path("time").asString()).isEqualTo("2030-01-01T12:00:00Z");
        assertThat(emulator.bean(Heard.class).all).containsExactly(Duration.ofHours(36), Duration.ofDays(-1));

        assertThat(Instant.parse(put("{\"frozen\":false}").path("time").asString()))
                .isBetween(Instant.parse("2030-01-01T12:00:00Z"), Instant.parse("2030-01-01T13:00:00Z"));
        JsonNode real = put("{\"real\":true}");
        assertThat(Duration.parse(real.path("shift").asString()).abs()).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aSnapshotRestoresTheState() throws Exception {
        String account = Aws.newAccount();
        Ec2Client ec2 = emulator.aws().ec2(account);
        createVpc(ec2);
        List<Vpc> saved = ec2.describeVpcs().vpcs();
        ControlApi.Answer answer = control().post("/_vpclocal/snapshots", "{\"name\":\"before\"}");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().path("rows").asInt()).isPositive();
        createVpc(ec2);
        createVpc(emulator.aws().ec2());
        emulator.bean(Heard.class).all.clear();

        assertThat(control().post("/_vpclocal/snapshots/before/restore").status())
                .isEqualTo(200);

        assertThat(ec2.describeVpcs().vpcs()).isEqualTo(saved);
        assertThat(emulator.bean(Heard.class).all).contains("reset null null");
        for (int i = 0; i < 60; i++) {
            createVpc(ec2);
        }
        assertThat(ec2.describeVpcs().vpcs()).hasSize(saved.size() + 60).containsAll(saved);
    }

    @Test
    void snapshotsAreListedReplacedAndDeleted() throws Exception {
        control().post("/_vpclocal/snapshots", "{\"name\":\"b\"}");
        control().post("/_vpclocal/snapshots", "{\"name\":\"a\"}");
        control().post("/_vpclocal/snapshots", "{\"name\":\"b\"}");
        assertThat(names()).containsSubsequence("a", "b").doesNotHaveDuplicates();
        String unnamed =
                control().post("/_vpclocal/snapshots").json().path("name").asString();
        assertThat(unnamed).startsWith("snapshot-");
        for (String name : names()) {
            assertThat(control().delete("/_vpclocal/snapshots/" + name).status())
                    .isEqualTo(204);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void aFailingListenerDoesNotStopTheOthers() {
        Heard last = new Heard();
        ResetListener broken = (account, region) -> {
            throw new AwsException("Broken", "broken");
        };
        StateListeners listeners = new StateListeners(List.of(broken, last));
        assertThatThrownBy(() -> listeners.tell("1", null)).hasMessage("broken");
        assertThat(last.all).containsExactly("reset 1 null");
    }

    private static List<String> names() throws Exception {
        return control()
                .get("/_vpclocal/snapshots")
                .json()
                .valueStream()
                .map(snapshot -> snapshot.path("name").asString())
                .toList();
    }

    private static JsonNode put(String change) throws Exception {
        ControlApi.Answer answer = control().put("/_vpclocal/clock", change);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static void createVpc(Ec2Client ec2) {
        ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16"));
    }

    private static ControlApi control() {
        return emulator.control();
    }
}

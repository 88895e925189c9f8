package io.vpclocal.control.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.OwnEmulator;
import io.vpclocal.testing.PostgresServer;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** A snapshot is moved to an installation with another key and database. */
class SnapshotTravelTest {

    private static final Map<String, String> EVERY_TYPE =
            Map.of("spring.flyway.locations", "classpath:db/migration,classpath:db/control");

    private static OwnEmulator memory;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start() {
        memory = start(Map.of());
    }

    @AfterAll
    static void stop() {
        memory.close();
    }

    @Test
    void fromMemoryToADataDirectory() throws Exception {
        Map<String, String> file =
                Map.of("vpclocal.data-dir", directory.resolve("data").toString());
        try (OwnEmulator target = start(file)) {
            travel(memory, target);
        }
        assertThat(directory.resolve("data/snapshots/trip.snapshot.zip")).exists();
    }

    @Test
    void fromMemoryToPostgresAndBack() throws Exception {
        assumeTrue(PostgresServer.installed(), "PostgreSQL is not installed");
        try (PostgresServer server = PostgresServer.start()) {
            Map<String, String> postgres = Map.of(
                    "vpclocal.database.url", server.url(),
                    "vpclocal.database.username", server.user());
            try (OwnEmulator other = start(postgres)) {
                travel(memory, other);
                travel(other, memory);
            }
        }
    }

    private void travel(OwnEmulator source, OwnEmulator target) throws Exception {
        Path file = directory.resolve("trip.zip");
        String account = Aws.newAccount();
        fill(source);
        Ec2Client there = source.aws().ec2(account);
        there.createVpc(r -> r.cidrBlock("10.0.0.0/16"));
        List<Vpc> vpcs = there.describeVpcs().vpcs();
        String rows = everyType(source);
        source.control().post("/_vpclocal/snapshots", "{\"name\":\"trip\"}");
        download(source, file);

        Ec2Client ec2 = target.aws().ec2(account);
        ec2.createVpc(r -> r.cidrBlock("10.9.0.0/16"));
        upload(target, file);
        ControlApi.Answer answer = target.control().post("/_vpclocal/snapshots/trip/restore");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(ec2.describeVpcs().vpcs()).isEqualTo(vpcs);
        assertThat(everyType(target)).isEqualTo(rows);
        ec2.createVpc(r -> r.cidrBlock("10.1.0.0/16"));
        assertThat(ec2.describeVpcs().vpcs()).hasSize(vpcs.size() + 1);
        target.control().post("/_vpclocal/reset?account=" + account);
        assertThat(ec2.describeVpcs().vpcs()).noneMatch(vpcs::contains);
        target.control().post("/_vpclocal/reset");
        assertThat(everyType(target)).isEmpty();
    }

    private static OwnEmulator start(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(EVERY_TYPE);
        return OwnEmulator.start(all, ShiftCipher.class);
    }

    private static void fill(OwnEmulator emulator) {
        JdbcTemplate jdbc = emulator.bean(JdbcTemplate.class);
        String insert =
                "insert into every_type values (?, '1', ?, ?, ?, ?, ?, cast(? as timestamp(6) with time zone), ?, ?)";
        jdbc.update("delete from every_type");
        byte[] encrypted =
                emulator.bean(ShiftCipher.class).encrypt("a \"b\" \\ \u00e9\ud83d\ude00\n,", new byte[] {0, 1, -1});
        jdbc.update(
                insert,
                700,
                true,
                -5,
                new BigDecimal("12345678901234.5678"),
                0.1,
                "a \"b\" \\ \u00e9\ud83d\ude00\n,",
                "2026-02-28T23:59:59.123456Z",
                encrypted,
                null);
        jdbc.update(insert, 701, false, Integer.MAX_VALUE, null, -1e300, "", null, null, 700);
        jdbc.update(insert, 702, null, null, null, null, null, "1970-01-01T00:00:00Z", null, 701);
    }

    /** The rows as text, with the secret decrypted. */
    private static String everyType(OwnEmulator emulator) {
        ShiftCipher cipher = emulator.bean(ShiftCipher.class);
        List<String> rows = new ArrayList<>();
        emulator.bean(JdbcTemplate.class).query("select * from every_type order by seq", row -> {
            byte[] secret = row.getBytes("secret");
            OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
            rows.add(row.getLong("seq") + " " + row.getObject("flag") + " " + row.getObject("small") + " "
                    + row.getBigDecimal("price") + " " + row.getObject("ratio") + " " + row.getString("words") + " "
                    + (at == null ? null : at.toInstant()) + " " + row.getObject("parent") + " "
                    + (secret == null ? null : Arrays.toString(cipher.decrypt(row.getString("words"), secret))));
        });
        return String.join("\n", rows);
    }

    private static void download(OwnEmulator emulator, Path file) throws Exception {
        HttpClient.newHttpClient()
                .send(
                        emulator.control()
                                .request("/_vpclocal/snapshots/trip/content")
                                .build(),
                        BodyHandlers.ofFile(file));
        assertThat(Files.size(file)).isPositive();
    }

    private static void upload(OwnEmulator emulator, Path file) throws Exception {
        ControlApi.Answer answer = emulator.control()
                .send(emulator.control()
                        .request("/_vpclocal/snapshots/trip/content")
                        .header("Content-Type", "application/zip")
                        .PUT(BodyPublishers.ofFile(file)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}

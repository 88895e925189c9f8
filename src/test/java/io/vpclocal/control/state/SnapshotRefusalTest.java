package io.vpclocal.control.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.OwnEmulator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Invalid snapshots are refused, and the state is unchanged. */
class SnapshotRefusalTest {

    private static OwnEmulator emulator;
    private static Ec2Client ec2;
    private static Map<String, String> good;

    @BeforeAll
    static void saveOne() throws Exception {
        emulator = OwnEmulator.start(Map.of());
        ec2 = emulator.aws().ec2();
        ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16"));
        emulator.control().post("/_vpclocal/snapshots", "{\"name\":\"good\"}");
        byte[] file = HttpClient.newHttpClient()
                .send(
                        emulator.control()
                                .request("/_vpclocal/snapshots/good/content")
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
        good = entries(file);
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "manifest.json | \"schemaVersion\":\"[0-9.]+\" | \"schemaVersion\":\"998\" | newer than this emulator",
                "manifest.json | \"format\":1 | \"format\":2 | format 2",
                "manifest.json | \"name\":\"vpc\" | \"name\":\"vpx\" | table 'vpx'",
                "manifest.json | (\"name\":\"vpc\",.*?)\"tenancy\" | $1\"rent\" | column 'vpc.rent'",
                "manifest.json | (\"name\":\"vpc\",.*?),\"tenancy\" | $1 | lacks the column 'vpc.tenancy'",
                "manifest.json | \\{ | { { | damaged",
                "tables/vpc.ndjson | 10\\.0\\.0\\.0/16 | 10.0.0.0/1600000000000000000000000000000 | damaged",
                "tables/vpc.ndjson | true | 7 | is not a value of",
                "tables/vpc.ndjson | Z\" | \" | is not a value of",
                "tables/vpc.ndjson | \\[ | [5, | values instead of",
                "tables/vpc.ndjson | (?s).* | '' | rows instead of",
                "tables/vpc_cidr_block.ndjson | ^\\[\\d+ | [999999 | damaged"
            })
    void aSnapshotThatDoesNotFitIsRefusedAndNothingIsLost(String entry, String pattern, String replacement, String why)
            throws Exception {
        Map<String, String> changed = new TreeMap<>(good);
        changed.computeIfPresent(entry, (name, text) -> text.replaceFirst(pattern, replacement));
        assertThat(changed).isNotEqualTo(good);
        ControlApi.Answer answer = upload(changed);
        if (answer.status() == 200) {
            answer = emulator.control().post("/_vpclocal/snapshots/changed/restore");
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("UnusableSnapshot");
        assertThat(answer.json().path("message").asString()).contains(why);
        assertThat(ec2.describeVpcs(r -> r.filters(f -> f.name("cidr").values("10.0.0.0/16")))
                        .vpcs())
                .hasSize(1);
    }

    @Test
    void theUnchangedSnapshotIsRestored() throws Exception {
        assertThat(upload(good).status()).isEqualTo(200);
        assertThat(emulator.control()
                        .post("/_vpclocal/snapshots/changed/restore")
                        .status())
                .isEqualTo(200);
    }

    /** Each change leaves the entry readable and its length as it was. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tables/vpc_cidr_block.ndjson | 10.0.0.0/16 | 10.1.0.0/16",
                "manifest.json | \"name\":\"vpc\" | \"NAME\":\"vpc\""
            })
    void anEntryThatDoesNotHaveItsChecksumIsDamaged(String entry, String text, String replacement) throws Exception {
        String content = Objects.requireNonNull(good.get(entry));
        assertThat(content).contains(text);
        ControlApi.Answer answer = upload(stored(entry, content, content.replace(text, replacement)));
        if (answer.status() == 200) {
            answer = emulator.control().post("/_vpclocal/snapshots/changed/restore");
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(409);
        assertThat(answer.json().path("message").asString()).contains("damaged", entry + " does not have its checksum");
        assertThat(ec2.describeVpcs(r -> r.filters(f -> f.name("cidr").values("10.0.0.0/16")))
                        .vpcs())
                .hasSize(1);
    }

    /** A file with one changed entry that says it has the checksum of the entry before the change. */
    private static byte[] stored(String name, String before, String after) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : good.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                String text = entry.getKey().equals(name) ? after : entry.getValue();
                zip.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] bytes = file.toByteArray();
        replace(bytes, checksum(after), checksum(before));
        return bytes;
    }

    private static byte[] checksum(String text) {
        CRC32 checksum = new CRC32();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static void replace(byte[] in, byte[] from, byte[] to) {
        for (int i = 0; i <= in.length - from.length; i++) {
            if (Arrays.equals(in, i, i + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, in, i, to.length);
            }
        }
    }

    private static ControlApi.Answer upload(Map<String, String> entries) throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return upload(file.toByteArray());
    }

    private static ControlApi.Answer upload(byte[] file) throws Exception {
        return emulator.control()
                .send(emulator.control()
                        .request("/_vpclocal/snapshots/changed/content")
                        .header("Content-Type", "application/octet-stream")
                        .PUT(BodyPublishers.ofByteArray(file)));
    }

    private static Map<String, String> entries(byte[] file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}

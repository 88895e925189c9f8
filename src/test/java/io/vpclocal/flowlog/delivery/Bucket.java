package io.vpclocal.flowlog.delivery;

import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.testing.OtherEmulatorTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.springframework.util.FileSystemUtils;

/** A bucket for flow logs, stored as a directory. */
record Bucket(String name) {

    /** Deletes earlier files: every test run has the same account ids. */
    static Bucket emptyOf(FlowLogAccount account) throws IOException {
        Bucket bucket = new Bucket("bucket-" + account.scope.account());
        FileSystemUtils.deleteRecursively(bucket.file(""));
        return bucket;
    }

    String arn() {
        return "arn:aws:s3:::" + name;
    }

    Path file(String key) {
        return OtherEmulatorTest.BUCKETS.resolve(name).resolve(key);
    }

    List<String> keys() {
        Path root = file("");
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(root)) {
            return found.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines(String key) {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file(key)))) {
            return new ArrayList<>(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

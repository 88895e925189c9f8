package io.vpclocal.protocol.key;

import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.setting.FileProblem;
import io.vpclocal.protocol.setting.ShownText;
import io.vpclocal.protocol.setting.UnusableSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The installation's secret key. Keys for page tokens, stored secrets and encoded messages are derived from it. It is
 * read from {@code vpclocal.key}, which nodes with one database must share, or else kept in the data directory. Without
 * a data directory it lasts as long as the process.
 */
@Component
public class EmulatorKey {

    private static final String FILE = "installation.key";

    private final byte[] secret;

    EmulatorKey(
            @Value("${vpclocal.key:}") String configured, @Value("${vpclocal.data-dir:}") String directory, Ids ids) {
        if (!configured.isEmpty()) {
            secret = configured.getBytes(StandardCharsets.UTF_8);
        } else {
            byte[] fresh = ids.bytes(32);
            secret = directory.isEmpty() ? fresh : keep(Path.of(directory), fresh);
        }
    }

    /** A derived key of 32 bytes for one purpose. Keys of different purposes are independent. */
    public byte[] derive(String purpose) {
        return mac(secret, purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA256. */
    public static byte[] mac(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] keep(Path directory, byte[] fresh) {
        Path file = directory.resolve(FILE);
        try {
            Files.createDirectories(directory);
            create(file, HexFormat.of().formatHex(fresh));
            return read(file, fresh.length);
        } catch (IOException e) {
            throw refused(file, "cannot be read or written (" + FileProblem.reason(e) + ")", e);
        }
    }

    private static byte[] read(Path file, int length) throws IOException {
        try {
            byte[] key = HexFormat.of()
                    .parseHex(
                            Files.readString(file, StandardCharsets.ISO_8859_1).strip());
            if (key.length == length) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, like a key of another length.
        }
        throw refused(file, "does not have the " + 2 * length + " hexadecimal digits of a key", null);
    }

    private static UnusableSetting refused(Path file, String why, @Nullable Exception cause) {
        return new UnusableSetting(
                "The file " + new ShownText(file.toString()) + " of " + UnusableSetting.named("vpclocal.data-dir") + " "
                        + why + ".",
                cause);
    }

    private static void create(Path file, String hex) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Path written = posix
                ? Files.createTempFile(
                        file.getParent(),
                        "key",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(file.getParent(), "key", "");
        Files.writeString(written, hex);
        try {
            // Creating a link is atomic, so two nodes that start together use the same key.
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException e) {
            // Another node was first. Use its key.
        } catch (UnsupportedOperationException e) {
            Files.move(written, file);
            return;
        }
        Files.delete(written);
    }

    @Override
    public String toString() {
        return "EmulatorKey";
    }
}

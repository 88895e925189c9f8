package io.vpclocal.compute.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** The catalogue {@code images.tsv}: one image per line. */
final class ImagesFile {

    private static final int DIGITS = 16;

    private ImagesFile() {}

    static List<Image> of(String region) {
        return Lines.ALL.stream().map(line -> image(region, line)).toList();
    }

    private static Image image(String region, String line) {
        String[] field = line.split("\t", -1);
        String name = field[2];
        return new Image(
                id("ami", region, name),
                name,
                field[0],
                field[1].isEmpty() ? null : field[1],
                field[9],
                field[3],
                field[4],
                Integer.parseInt(field[5]),
                field[6],
                field[7],
                id("snap", region, name),
                Instant.parse(field[8]));
    }

    /** The same for the same Region and name. */
    private static String id(String prefix, String region, String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((prefix + " " + region + " " + name).getBytes(StandardCharsets.UTF_8));
            return prefix + "-0" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Read at the first use. */
    private static final class Lines {
        static final List<String> ALL = read();

        private static List<String> read() {
            InputStream file =
                    Objects.requireNonNull(ImagesFile.class.getResourceAsStream("/io/vpclocal/compute/images.tsv"));
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
                return reader.lines().filter(line -> !line.startsWith("#")).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

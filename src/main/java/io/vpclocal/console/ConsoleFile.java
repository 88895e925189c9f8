package io.vpclocal.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A file of the page, below {@code console/} on the class path.
 *
 * @param tag its entity tag, a hash of its content
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or changed
record ConsoleFile(byte[] content, String type, String tag) {

    static final String PAGE = "index.html";

    private static final Pattern NAME = Pattern.compile("(?:[a-z]+/)?[a-z-]+\\.(css|html|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=utf-8",
            "html", "text/html;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "svg", "image/svg+xml");
    private static final int TAG_LENGTH = 32;
    private static final Map<String, Optional<ConsoleFile>> KNOWN = new ConcurrentHashMap<>();

    /** @param name such as {@code views/network.js}; other names do not exist */
    static Optional<ConsoleFile> named(String name) {
        return NAME.matcher(name).matches() ? KNOWN.computeIfAbsent(name, ConsoleFile::read) : Optional.empty();
    }

    private static Optional<ConsoleFile> read(String name) {
        try (InputStream file = ConsoleFile.class.getResourceAsStream("/console/" + name)) {
            if (file == null) {
                return Optional.empty();
            }
            byte[] content = file.readAllBytes();
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return Optional.of(new ConsoleFile(content, String.valueOf(type), tag(content)));
        } catch (IOException e) {
            throw new UncheckedIOException("The console's file " + name + " cannot be read", e);
        }
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return '"' + HexFormat.of().formatHex(digest).substring(0, TAG_LENGTH) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}

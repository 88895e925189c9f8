package io.vpclocal.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The ids of the demo network, which the examples of the API documentation name. */
final class DemoIdsFile {

    private static final Path FILE = Path.of("src/main/resources/io/vpclocal/protocol/apidocument/demo-ids.properties");

    private DemoIdsFile() {}

    static void renewIfAsked(Map<String, String> ids) throws IOException {
        if (Boolean.getBoolean("demo.write")) {
            Files.writeString(
                    FILE,
                    ids.entrySet().stream()
                            .map(id -> id.getKey() + "=" + id.getValue() + "\n")
                            .collect(Collectors.joining()));
        }
    }

    static Map<String, String> read() throws IOException {
        Properties known = new Properties();
        try (Reader reader = Files.newBufferedReader(FILE)) {
            known.load(reader);
        }
        Map<String, String> ids = new TreeMap<>();
        known.forEach((name, id) -> ids.put(String.valueOf(name), String.valueOf(id)));
        return ids;
    }
}

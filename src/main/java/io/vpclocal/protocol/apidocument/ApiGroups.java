package io.vpclocal.protocol.apidocument;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The groups of the API documentation, and a one-sentence summary of each action, from {@code actions.txt}. */
final class ApiGroups {

    private static final String CONTROL = "control";
    private static final Pattern COLUMN = Pattern.compile("\\s*\\|\\s*");

    /** Groups by name, in display order. */
    private final Map<String, String> sentences = new LinkedHashMap<>();

    private final Map<String, Entry> actions = new HashMap<>();
    private final Map<String, String> controlPaths = new LinkedHashMap<>();

    /** @param summary what the action does */
    record Entry(String group, String summary) {}

    /** A group for the OpenAPI document. */
    record Group(String name, String sentence) {}

    private ApiGroups() {}

    static ApiGroups read() {
        ApiGroups groups = new ApiGroups();
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ApiGroups.class.getResourceAsStream("actions.txt"), "actions.txt"),
                StandardCharsets.UTF_8))) {
            groups.read(file.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return groups;
    }

    private void read(List<String> lines) {
        String service = "";
        String group = "";
        for (String line : lines) {
            String[] columns = COLUMN.split(line, -1);
            if (line.startsWith("## ")) {
                service = columns[0].substring(3);
                group = columns[1];
                sentences.put(group, columns[2]);
            } else if (service.equals(CONTROL)) {
                controlPaths.put(columns[0], group);
            } else if (columns.length == 2) {
                actions.put(service + "/" + columns[0], new Entry(group, columns[1]));
            }
        }
    }

    List<Group> all() {
        List<Group> all = new ArrayList<>();
        sentences.forEach((name, sentence) -> all.add(new Group(name, sentence)));
        return all;
    }

    /** @param action service and action, such as {@code ec2/CreateVpc} */
    Optional<Entry> find(String action) {
        return Optional.ofNullable(actions.get(action));
    }

    /** The names of all described actions, in the form that {@link #find} expects. */
    List<String> described() {
        return List.copyOf(actions.keySet());
    }

    /** The group of a control API path. The first matching path prefix in the file decides. */
    Optional<String> ofControlPath(String path) {
        return controlPaths.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

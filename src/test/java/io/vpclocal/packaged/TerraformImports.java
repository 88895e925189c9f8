package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.packaged.TerraformState.Resource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Imports resources. {@code imports.tsv} names the ids of imports, and what the plan after an import may contain. */
final class TerraformImports {

    private static final Path TABLE = Path.of("src", "test", "resources", "terraform", "imports.tsv");
    private static final String NONE = "-";
    private static final Pattern ATTRIBUTE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private record Rule(String id, Set<String> differences) {}

    static TerraformImports read() throws IOException {
        TerraformImports imports = new TerraformImports();
        for (String line : Files.readAllLines(TABLE)) {
            if (!line.startsWith("#")) {
                List<String> columns = List.of(line.split("\t", -1));
                Set<String> differences = new TreeSet<>(List.of(columns.get(2).split(",")));
                differences.remove("");
                if (columns.get(1).equals(NONE) || !differences.isEmpty()) {
                    assertThat(columns.get(3)).as("reason in: %s", line).isNotEmpty();
                }
                imports.rules.put(columns.get(0), new Rule(columns.get(1), differences));
            }
        }
        return imports;
    }

    boolean possible(String kind) {
        return !rule(kind).id().equals(NONE);
    }

    /** The import blocks of all resources that can be imported. */
    String blocks(TerraformState state) {
        StringBuilder blocks = new StringBuilder();
        for (Resource resource : state.resources()) {
            if (possible(resource.kind())) {
                blocks.append("import {\n  to = %s\n  id = \"%s\"\n}\n".formatted(resource.address(), id(resource)));
            }
        }
        return blocks.toString();
    }

    /** Fails if a plan does more than to import, except for the arguments in the table. */
    void check(JsonNode plan, TerraformState before) {
        Set<String> imported = new TreeSet<>();
        Map<String, Set<String>> differences = new TreeMap<>();
        for (JsonNode resource : plan.path("resource_changes")) {
            JsonNode change = resource.path("change");
            if (change.has("importing")) {
                imported.add(resource.path("address").asString());
            }
            if (resource.path("mode").asString().equals("managed")) {
                differences
                        .computeIfAbsent(resource.path("type").asString(), kind -> new TreeSet<>())
                        .addAll(differences(change));
            }
        }
        assertThat(imported)
                .as("imported")
                .containsExactlyInAnyOrderElementsOf(before.resources().stream()
                        .filter(resource -> possible(resource.kind()))
                        .map(Resource::address)
                        .toList());
        differences.values().removeIf(Set::isEmpty);
        Map<String, Set<String>> expected = new TreeMap<>();
        rules.forEach((kind, rule) -> expected.put(kind, rule.differences()));
        expected.values().removeIf(Set::isEmpty);
        assertThat(differences)
                .as("differences after the import, see %s", TABLE)
                .isEqualTo(expected);
    }

    /** The arguments that a plan changes, and {@code !} if a change replaces the resource. */
    private static Set<String> differences(JsonNode change) {
        Set<String> replacing = new TreeSet<>();
        change.path("replace_paths").forEach(path -> replacing.add(path.path(0).asString()));
        Set<String> names = new TreeSet<>();
        if (change.path("actions").valueStream().anyMatch(action -> !action.asString()
                .equals("no-op"))) {
            change.path("after").properties().forEach(argument -> {
                String name = argument.getKey();
                if (!argument.getValue().equals(change.path("before").path(name))) {
                    names.add(replacing.contains(name) ? name + "!" : name);
                }
            });
        }
        return names;
    }

    private String id(Resource resource) {
        return ATTRIBUTE
                .matcher(rule(resource.kind()).id())
                .replaceAll(name -> resource.attributes().path(name.group(1)).asString(""));
    }

    private Rule rule(String kind) {
        return rules.getOrDefault(kind, new Rule("{id}", Set.of()));
    }
}

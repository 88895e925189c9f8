package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies every configuration of {@code examples/terraform} with the real AWS provider: a second plan is empty, changed
 * arguments are applied and planned empty too, and nothing is left afterwards.
 */
class TerraformExamplesIT {

    private static final Path EXAMPLES = Path.of("examples", "terraform");
    private static final String CHANGED = "changed.tfvars";

    /** Tables in which deleted resources stay for a while, as at AWS, and those that no resource is in. */
    private static final Set<String> STAYING = Set.of();

    @TempDir
    private static Path work;

    private static @Nullable PackagedEmulator emulator;
    private static @Nullable Terraform first;

    @BeforeAll
    static void start() throws IOException {
        assumeTrue(Terraform.present(), "terraform or TERRAFORM_PLUGIN_DIR is missing");
        emulator = PackagedEmulator.start(Map.of());
    }

    @AfterAll
    static void end() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> appliesChangesAndDestroys() throws IOException {
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            List<Path> all = examples.filter(Files::isDirectory).sorted().toList();
            assertThat(all).isNotEmpty();
            return all.stream().map(example -> DynamicTest.dynamicTest(name(example), () -> run(example)));
        }
    }

    private static void run(Path example) throws Exception {
        Terraform terraform = prepare(example);
        Map<String, Long> before = rows();
        terraform.apply();
        terraform.planNothing();
        String changed = "-var-file=" + CHANGED;
        terraform.apply("-refresh=false", changed);
        terraform.planNothing(changed);
        terraform.destroy("-refresh=false", changed);
        assertThat(rows()).as("rows that %s left", name(example)).isEqualTo(before);
    }

    private static Terraform prepare(Path example) throws Exception {
        Path copy = Files.createDirectory(work.resolve(name(example)));
        try (Stream<Path> files = Files.list(example)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(
                        copy.resolve(file.getFileName()),
                        Files.readString(file).replace("http://localhost:4566", url()));
            }
        }
        assertThat(copy.resolve(CHANGED))
                .as("%s needs a %s that changes every argument that can change", name(example), CHANGED)
                .exists();
        Terraform terraform = new Terraform(copy);
        if (first == null) {
            terraform.init();
            first = terraform;
        } else {
            terraform.initLike(first);
        }
        return terraform;
    }

    /** The number of rows by table. */
    private static Map<String, Long> rows() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(java.net.URI.create(url() + "/_vpclocal/info")).build();
        String text = java.net.http.HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body();
        JsonNode counts = new JsonMapper().readTree(text).path("counts");
        Map<String, Long> rows = new TreeMap<>();
        counts.properties().forEach(table -> {
            if (!STAYING.contains(table.getKey())) {
                rows.put(table.getKey(), table.getValue().asLong());
            }
        });
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static String url() {
        return java.util.Objects.requireNonNull(emulator).endpoint().toString();
    }

    private static String name(Path example) {
        return example.getFileName().toString();
    }
}

package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vpclocal.testing.ControlApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagDescription;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applies every configuration of {@code examples/terraform} with the real AWS provider: a second plan is empty, changed
 * arguments are applied and planned empty too, and nothing is left afterwards. Each directory is a module of one
 * configuration, because the provider's start takes longer than all its calls.
 */
class TerraformExamplesIT {

    private static final Path EXAMPLES = Path.of("examples", "terraform");
    private static final String CHANGED = "changed.tfvars";
    private static final String URL = "http://localhost:4566";

    /** A provider without settings of its own, apart from the endpoints of its services. */
    private static final Pattern PLAIN_PROVIDER = Pattern.compile("provider \"aws\" \\{\\n"
            + "(?:  (?:region|access_key|secret_key) *= \"[^\"]*\"\\n)*"
            + "  endpoints \\{\\n((?:    \\w+ *= \"[^\"]*\"\\n)*)  }\\n}\\n");

    private static final Pattern ENDPOINT = Pattern.compile("(\\w+) *=");
    /** A resource in an error or in a plan. */
    private static final Pattern MODULE = Pattern.compile("(?m)(?:^ +# |with )module\\.([a-z0-9-]+)");

    /** Rows about accounts and calls, and tables in which deleted resources stay for a while, as at AWS. */
    private static final Set<String> STAYING = Set.of(
            "account_region",
            "client_token",
            "customer_gateway",
            "ec2_instance",
            "endpoint_stay",
            "iam_account",
            "iam_last_use",
            "log_past_usage",
            "nat_gateway",
            "nat_gateway_secondary",
            "network_revision",
            "tag",
            "usage_meter",
            "vpc_endpoint",
            "vpc_peering_connection",
            "vpn_gateway");

    /** Resources that keep their tags while they stay. */
    private static final Set<ResourceType> TAGGED_AFTER_DELETION = Set.of(
            ResourceType.INSTANCE,
            ResourceType.NATGATEWAY,
            ResourceType.VPN_GATEWAY,
            ResourceType.CUSTOMER_GATEWAY,
            ResourceType.VPC_PEERING_CONNECTION);

    @TempDir
    private Path work;

    private final Set<String> endpoints = new TreeSet<>();

    @Test
    void everyExampleAppliesChangesAndIsDestroyed() throws Exception {
        assumeTrue(Terraform.present(), "terraform or TERRAFORM_PLUGIN_DIR is missing");
        try (PackagedEmulator emulator = PackagedEmulator.start(Map.of())) {
            String url = emulator.endpoint().toString();
            List<Path> examples = examples();
            for (Path example : examples) {
                copy(example, url);
            }
            Terraform terraform = new Terraform(work);
            write(examples, url, false);
            naming(terraform::init);
            // The first call creates the default VPC.
            emulator.ec2().describeVpcs();
            Map<String, Long> before = rows(emulator);
            naming(terraform::apply);
            naming(terraform::planNothing);
            write(examples, url, true);
            naming(() -> terraform.apply("-refresh=false"));
            naming(terraform::planNothing);
            naming(() -> terraform.destroy("-refresh=false"));
            assertThat(rows(emulator)).as("rows before and after").isEqualTo(before);
            assertThat(emulator.ec2().describeTags().tags())
                    .as("tags after")
                    .extracting(TagDescription::resourceType)
                    .isSubsetOf(TAGGED_AFTER_DELETION);
        }
    }

    private static List<Path> examples() throws IOException {
        try (Stream<Path> examples = Files.list(EXAMPLES)) {
            return examples.filter(Files::isDirectory).sorted().toList();
        }
    }

    private void copy(Path example, String url) throws IOException {
        Path copy = Files.createDirectory(work.resolve(name(example)));
        try (Stream<Path> files = Files.list(example)) {
            for (Path file : files.filter(file -> Files.isRegularFile(file) && !file.endsWith("README.md"))
                    .toList()) {
                Matcher provider = PLAIN_PROVIDER.matcher(Files.readString(file));
                String text = provider.replaceAll(this::remembered).replace(URL, url);
                Files.writeString(copy.resolve(file.getFileName()), text);
            }
        }
    }

    private String remembered(MatchResult provider) {
        ENDPOINT.matcher(provider.group(1)).results().forEach(service -> endpoints.add(service.group(1)));
        return "";
    }

    /** The root configuration. Arguments of modules look like the lines of a variables file. */
    private void write(List<Path> examples, String url, boolean changed) throws IOException {
        StringBuilder root = new StringBuilder("provider \"aws\" {\n  region = \"us-east-1\"\n  endpoints {\n");
        endpoints.forEach(service -> root.append("    %s = \"%s\"\n".formatted(service, url)));
        root.append("  }\n}\n");
        for (Path example : examples) {
            root.append("module \"%1$s\" {\n  source = \"./%1$s\"\n".formatted(name(example)));
            String changes = changes(example);
            root.append(changed ? changes : "").append("}\n");
        }
        Files.writeString(work.resolve("main.tf"), root);
    }

    /** The arguments that change everything that can change in place. */
    private static String changes(Path example) throws IOException {
        if (Files.exists(example.resolve(CHANGED))) {
            return Files.readString(example.resolve(CHANGED));
        }
        assertThat(example.resolve("main.tf"))
                .as("%s needs a %s or a variable \"changed\"", example, CHANGED)
                .content()
                .contains("variable \"changed\"");
        return "changed = true\n";
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Names the examples that failed. */
    private static void naming(Step step) throws Exception {
        try {
            step.run();
        } catch (AssertionError e) {
            Set<String> failed = new TreeSet<>();
            String output = String.valueOf(e.getMessage());
            MODULE.matcher(output).results().forEach(module -> failed.add(module.group(1)));
            throw new AssertionError("Failed examples: " + failed + "\n" + output, e);
        }
    }

    /** The number of rows by table. */
    private static Map<String, Long> rows(PackagedEmulator emulator) throws Exception {
        String info = new ControlApi(emulator.endpoint()).get("/_vpclocal/info").text();
        JsonNode counts = new JsonMapper().readTree(info).path("counts");
        Map<String, Long> rows = new TreeMap<>();
        counts.properties().forEach(table -> {
            if (!STAYING.contains(table.getKey()) && table.getValue().asLong() > 0) {
                rows.put(table.getKey(), table.getValue().asLong());
            }
        });
        assertThat(rows).isNotEmpty();
        return rows;
    }

    private static String name(Path example) {
        return example.getFileName().toString();
    }
}

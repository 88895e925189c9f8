package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vpclocal.proxy.RecordingUpstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Executes the guides and their examples unchanged, except for the port. */
class GuideIT {

    private static final String URL = "http://localhost:4566";
    private static final Path GUIDES = Path.of("docs", "guides");
    private static final Path WORKFLOW = Path.of("examples", "github-actions", "network.yml");

    @TempDir
    private Path work;

    static Stream<String> guides() throws IOException {
        try (Stream<Path> files = Files.list(GUIDES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    /** The guide to GitHub Actions has no commands; {@link #theStepsOfTheWorkflowRun} runs its workflow. */
    static Stream<String> guidesWithCommands() throws IOException {
        return guides().filter(name -> !name.equals("github-actions.md"));
    }

    @ParameterizedTest
    @MethodSource("guidesWithCommands")
    void worksAsWritten(String name) throws Exception {
        assumeTrue(Shell.has("aws") && Shell.has("curl"), "the AWS CLI or curl is not on the PATH");
        Guide guide = Guide.read(GUIDES.resolve(name), GuideIT::missing);
        assertThat(guide.script().isEmpty() && guide.missing().isEmpty())
                .as("nothing of " + name + " would run")
                .isFalse();
        try (PackagedEmulator emulator = PackagedEmulator.start(settings(name))) {
            String endpoint = emulator.endpoint().toString();
            copyExamples(endpoint);
            String output = Shell.run(
                    work,
                    environment(),
                    List.of("bash", "-euo", "pipefail", "-c", guide.script().replace(URL, endpoint)));
            assertThat(guide.expected()).allSatisfy(line -> assertThat(output).containsPattern(Guide.pattern(line)));
        }
        assumeTrue(
                guide.missing().isEmpty(),
                "not all of " + name + " was executed: this machine has no " + String.join(", no ", guide.missing()));
    }

    private static Map<String, String> settings(String guide) {
        return guide.equals("real-calls.md")
                ? Map.of("VPCLOCAL_UPSTREAM_S3", new RecordingUpstream().url())
                : Map.of("VPCLOCAL_CONTROL_ALLOWED_HOSTS", "*.svc.cluster.local");
    }

    @Test
    void theReadmeNamesEveryGuide() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(guides()).hasSize(10).allSatisfy(name -> assertThat(readme).contains("](docs/guides/" + name + ")"));
    }

    /** Runs steps like a GitHub runner: each in its own shell, with the job's environment. */
    @Test
    void theStepsOfTheWorkflowRun() throws Exception {
        assumeTrue(Shell.has("aws") && Shell.has("curl"), "the AWS CLI or curl is not on the PATH");
        String port = "4599";
        String text = Files.readString(WORKFLOW).replace(URL, "http://localhost:" + port);
        Map<String, Object> job = of(of(new Yaml().load(text), "jobs"), "test");
        Map<String, String> environment = environment();
        of(job, "env").forEach((name, value) -> environment.put(name, String.valueOf(value)));
        environment.put("SERVER_PORT", port);
        environment.put("JAVA_HOME", System.getProperty("java.home", ""));
        environment.put(
                "VPCLOCAL_JAR", Installed.executableJar().toAbsolutePath().toString());
        environment.put("VPCLOCAL_ARCHIVE", "off");
        environment.put("XDG_STATE_HOME", work.resolve("state").toString());
        environment.put("XDG_CACHE_HOME", work.resolve("cache").toString());
        Files.createSymbolicLink(work.resolve("vpc-local"), Path.of("").toAbsolutePath());
        StringBuilder output = new StringBuilder();
        for (Object step : (List<?>) Objects.requireNonNull(job.get("steps"))) {
            if (((Map<?, ?>) step).get("run") instanceof String run) {
                output.append(Shell.run(work, environment, List.of("bash", "-e", "-c", run)));
            }
        }
        assertThat(output).contains("VPC Local answers at", "com.amazonaws.us-east-1.s3", "VPC Local stopped");
    }

    /** The image and the manifest have the same numeric user. */
    @Test
    void theManifestRunsAsTheUserOfTheImage() throws IOException {
        assertThat(Files.readString(GUIDES.resolve("kubernetes.md"))).contains("runAsUser: 10001");
        assertThat(Files.readString(Path.of("Dockerfile"))).contains("--uid 10001", "USER 10001:10001");
    }

    @SuppressWarnings("unchecked") // maps of YAML
    private static Map<String, Object> of(Map<String, Object> map, String key) {
        return (Map<String, Object>) Objects.requireNonNull(map.get(key));
    }

    private Map<String, String> environment() throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("AWS_PAGER", "", "TF_IN_AUTOMATION", "1"));
        environment.put("CHECKPOINT_DISABLE", "1");
        @Nullable String plugins = System.getenv("TERRAFORM_PLUGIN_DIR");
        if (plugins != null) {
            // A plugin directory and a user's own CLI configuration exclude each other.
            environment.put(
                    "TF_CLI_CONFIG_FILE",
                    Files.writeString(work.resolve("terraform.rc"), "").toString());
            environment.put("TF_CLI_ARGS_init", "-plugin-dir=" + plugins);
        }
        return environment;
    }

    private void copyExamples(String endpoint) throws IOException {
        for (String example : List.of("terraform", "python", "node")) {
            try (Stream<Path> files = Files.walk(Path.of("examples", example))) {
                files.filter(file -> file.toString().matches(".*\\.(tf|py|txt|js|json)"))
                        .forEach(file -> {
                            try {
                                Path to = work.resolve(file.toString());
                                Files.createDirectories(to.getParent());
                                Files.writeString(to, Files.readString(file).replace(URL, endpoint));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
            }
        }
    }

    private static Set<String> missing(@Nullable String words) throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String word : words == null ? new String[0] : words.split(" ", -1)) {
            if (!there(word)) {
                missing.add(word);
            }
        }
        return missing;
    }

    private static boolean there(String word) throws IOException {
        try {
            return switch (word) {
                case "terraform-provider" -> System.getenv("TERRAFORM_PLUGIN_DIR") != null;
                case "npm-registry" ->
                    Shell.has("npm")
                            && Shell.ends(List.of("timeout", "20", "npm", "view", "@aws-sdk/client-ec2", "version"));
                case "kubernetes-cluster" ->
                    Shell.has("kubectl") && Shell.ends(List.of("timeout", "10", "kubectl", "cluster-info"));
                default ->
                    word.startsWith("python:")
                            ? Shell.ends(List.of("python3", "-c", "import " + word.substring("python:".length())))
                            : Shell.has(word);
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}

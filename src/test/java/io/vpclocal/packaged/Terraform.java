package io.vpclocal.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the real Terraform with its AWS provider, which {@code TERRAFORM_PLUGIN_DIR} names. */
final class Terraform {

    private static final @Nullable String PLUGINS = System.getenv("TERRAFORM_PLUGIN_DIR");
    private static final String PLAN = "plan.out";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    /** @param directory contains the configuration and the state */
    Terraform(Path directory) throws IOException {
        this.directory = directory;
        environment.put("AWS_ACCESS_KEY_ID", "test");
        environment.put("AWS_SECRET_ACCESS_KEY", "test");
        environment.put("TF_IN_AUTOMATION", "1");
        environment.put("CHECKPOINT_DISABLE", "1");
        // A plugin directory and a user's own CLI configuration exclude each other.
        Path none = Files.writeString(directory.resolve("terraform.rc"), "");
        environment.put("TF_CLI_CONFIG_FILE", none.toString());
    }

    static boolean present() {
        return PLUGINS != null && Shell.has("terraform");
    }

    void init() throws IOException, InterruptedException {
        run("init", "-input=false", "-plugin-dir=" + Objects.requireNonNull(PLUGINS));
    }

    void apply(String... options) throws IOException, InterruptedException {
        change("apply", options);
    }

    void destroy(String... options) throws IOException, InterruptedException {
        change("destroy", options);
    }

    /** Fails if the configuration and the emulator differ. */
    void planNothing() throws IOException, InterruptedException {
        run("plan", "-input=false", "-no-color", "-detailed-exitcode");
    }

    /** The plan in Terraform's JSON format. */
    JsonNode plan() throws IOException, InterruptedException {
        run("plan", "-input=false", "-no-color", "-out=" + PLAN);
        return JSON.readTree(run("show", "-json", PLAN));
    }

    TerraformState state() throws IOException {
        return TerraformState.of(directory.resolve("terraform.tfstate"));
    }

    private void change(String verb, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(verb, "-input=false", "-no-color", "-auto-approve"));
        command.addAll(List.of(options));
        run(command.toArray(new String[0]));
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        return Shell.run(directory, environment, command);
    }
}

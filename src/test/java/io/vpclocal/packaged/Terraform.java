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

/** Runs the real Terraform with its AWS provider, which {@code TERRAFORM_PLUGIN_DIR} names. */
final class Terraform {

    private static final @Nullable String PLUGINS = System.getenv("TERRAFORM_PLUGIN_DIR");

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();

    /** @param directory holds the configuration and the state */
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
    void planNothing(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("plan", "-input=false", "-no-color", "-detailed-exitcode"));
        command.addAll(List.of(options));
        run(command.toArray(new String[0]));
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

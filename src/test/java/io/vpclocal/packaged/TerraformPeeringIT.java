package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Peers VPCs of two accounts and Regions, blocks public access, and gives an internet gateway a route table, with the
 * real Terraform AWS provider. Creates, changes, imports and destroys these resources.
 */
class TerraformPeeringIT {

    private static final List<String> CHANGED = List.of(
            "-var=team=platform",
            "-var=resolves=false",
            "-var=block=block-bidirectional",
            "-var=exclusion=allow-bidirectional");

    @TempDir
    private Path work;

    @Test
    void appliesChangesImportsAndDestroys() throws Exception {
        @Nullable String plugins = System.getenv("TERRAFORM_PLUGIN_DIR");
        assumeTrue(Shell.has("terraform") && plugins != null, "terraform or TERRAFORM_PLUGIN_DIR is missing");
        try (PackagedEmulator emulator = PackagedEmulator.start(Map.of())) {
            Files.writeString(
                    work.resolve("peering.tf"),
                    Files.readString(Path.of("src/test/resources/terraform/peering.tf"))
                            .replace(
                                    "http://localhost:4566", emulator.endpoint().toString()));
            terraform(List.of(), "init", "-input=false", "-plugin-dir=" + plugins);
            terraform(List.of(), "apply", "-input=false", "-auto-approve");
            terraform(List.of(), "plan", "-input=false", "-detailed-exitcode");
            terraform(CHANGED, "apply", "-input=false", "-auto-approve");
            terraform(CHANGED, "plan", "-input=false", "-detailed-exitcode");

            reimport("aws_vpc_peering_connection.near", id("aws_vpc_peering_connection.near"));
            reimport("aws_vpc_peering_connection_accepter.far", id("aws_vpc_peering_connection.far"));
            reimport("aws_vpc_peering_connection_options.requester", id("aws_vpc_peering_connection.far"));
            reimport("aws_vpc_block_public_access_options.main", "eu-west-1");
            reimport("aws_vpc_block_public_access_exclusion.vpc", id("aws_vpc_block_public_access_exclusion.vpc"));
            reimport(
                    "aws_route_table_association.edge",
                    id("aws_internet_gateway.main") + "/" + id("aws_route_table.edge"));
            // auto_accept exists only in the provider's state and is not imported.
            terraform(CHANGED, "apply", "-input=false", "-auto-approve");
            terraform(CHANGED, "plan", "-input=false", "-detailed-exitcode");
            terraform(CHANGED, "destroy", "-input=false", "-auto-approve");
        }
    }

    private void reimport(String address, String id) throws IOException, InterruptedException {
        terraform(List.of(), "state", "rm", address);
        terraform(CHANGED, "import", "-input=false", address, id);
    }

    private String id(String address) throws IOException, InterruptedException {
        String shown = terraform(List.of(), "state", "show", "-no-color", address);
        Matcher id = Pattern.compile("(?m)^ +id += \"([^\"]+)\"").matcher(shown);
        assertThat(id.find()).as(shown).isTrue();
        return id.group(1);
    }

    /** @param variables variables that {@code state} does not accept */
    private String terraform(List<String> variables, String... arguments) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_ACCESS_KEY_ID", "test");
        environment.put("AWS_SECRET_ACCESS_KEY", "test");
        environment.put("TF_IN_AUTOMATION", "1");
        environment.put("CHECKPOINT_DISABLE", "1");
        environment.put(
                "TF_CLI_CONFIG_FILE",
                Files.writeString(work.resolve("terraform.rc"), "").toString());
        List<String> command = new ArrayList<>(List.of("terraform", arguments[0]));
        if (!arguments[0].equals("state")) {
            command.addAll(variables);
        }
        command.addAll(List.of(arguments).subList(1, arguments.length));
        return Shell.run(work, environment, command);
    }
}

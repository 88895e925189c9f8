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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;

/**
 * Applies a network with endpoints, load balancers, users and roles with the real Terraform AWS provider, checks that a
 * second plan is empty, and destroys everything, including a user with access keys. Runs where {@code terraform} is on
 * the PATH and {@code TERRAFORM_PLUGIN_DIR} names a directory with the provider.
 */
class TerraformIT {

    @TempDir
    private Path work;

    @Test
    void appliesPlansNoChangeAndDestroys() throws Exception {
        @Nullable String plugins = System.getenv("TERRAFORM_PLUGIN_DIR");
        assumeTrue(Shell.has("terraform") && plugins != null, "terraform or TERRAFORM_PLUGIN_DIR is missing");
        try (PackagedEmulator emulator = PackagedEmulator.start(Map.of())) {
            for (String file : List.of("endpoints.tf", "identity.tf", "analysis.tf")) {
                Files.writeString(
                        work.resolve(file),
                        Files.readString(Path.of("src/test/resources/terraform", file))
                                .replace(
                                        "http://localhost:4566",
                                        emulator.endpoint().toString()));
            }
            terraform("init", "-input=false", "-plugin-dir=" + plugins);
            terraform("apply", "-input=false", "-auto-approve");
            assertThat(emulator.ec2(Region.EU_WEST_1).describeVpcEndpoints().vpcEndpoints())
                    .hasSize(2);
            // Exit code 0 of a detailed plan means that nothing would change.
            terraform("plan", "-input=false", "-detailed-exitcode");
            assertThat(output("path_found")).isEqualTo("true");
            assertThat(imports("aws_ec2_network_insights_analysis.web", output("analysis")))
                    .containsPattern("path_found += true");
            // The provider cannot read wait_for_completion from AWS, so an imported analysis is updated once, in place.
            assertThat(terraform("plan", "-input=false", "-no-color"))
                    .contains("wait_for_completion")
                    .contains("Plan: 0 to add, 1 to change, 0 to destroy.");
            terraform("apply", "-input=false", "-auto-approve");
            terraform("plan", "-input=false", "-detailed-exitcode");
            imports("aws_ec2_network_insights_path.web", output("path"));
            terraform("plan", "-input=false", "-detailed-exitcode");
            terraform("apply", "-input=false", "-auto-approve", "-var", "asked_port=80");
            assertThat(output("path_found")).isEqualTo("false");
            terraform("plan", "-input=false", "-detailed-exitcode", "-var", "asked_port=80");
            terraform("destroy", "-input=false", "-auto-approve");
            assertThat(endpointsAndOwnVpcs(emulator.ec2(Region.EU_WEST_1))).isZero();
        }
    }

    private static int endpointsAndOwnVpcs(Ec2Client ec2) {
        Filter own = Filter.builder().name("is-default").values("false").build();
        return ec2.describeVpcEndpoints().vpcEndpoints().size()
                + ec2.describeVpcs(r -> r.filters(own)).vpcs().size();
    }

    /** Removes a resource from the state and imports it. Returns its new state. */
    private String imports(String resource, String id) throws IOException, InterruptedException {
        terraform("state", "rm", resource);
        terraform("import", "-input=false", resource, id);
        return terraform("state", "show", "-no-color", resource);
    }

    private String output(String name) throws IOException, InterruptedException {
        return terraform("output", "-raw", name).strip();
    }

    private String terraform(String... arguments) throws IOException, InterruptedException {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_ACCESS_KEY_ID", "test");
        environment.put("AWS_SECRET_ACCESS_KEY", "test");
        environment.put("TF_IN_AUTOMATION", "1");
        environment.put("CHECKPOINT_DISABLE", "1");
        // A plugin directory and a user's own CLI configuration exclude each other.
        Path none = Files.writeString(work.resolve("terraform.rc"), "");
        environment.put("TF_CLI_CONFIG_FILE", none.toString());
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        return Shell.run(work, environment, command);
    }
}

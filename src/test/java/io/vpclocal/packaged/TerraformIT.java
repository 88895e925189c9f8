package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.TagDescription;
import tools.jackson.databind.JsonNode;

/**
 * Applies every configuration of {@code examples/terraform} and of the test's own directory with the real AWS provider: a
 * second plan is empty, all resources can be imported, changed arguments are applied to the imported resources and
 * planned empty too, and nothing is left afterwards. Runs where {@code terraform} is on the PATH and
 * {@code TERRAFORM_PLUGIN_DIR} names a directory with the provider.
 */
class TerraformIT {

    private static final List<Path> CONFIGURATIONS =
            List.of(Path.of("examples", "terraform"), Path.of("src", "test", "resources", "terraform"));
    private static final String ANALYSIS = "module.network.aws_ec2_network_insights_analysis.web";

    /** A resource in an error or in a plan. */
    private static final Pattern MODULE = Pattern.compile("(?m)(?:^ +# |with |\")module\\.([a-z0-9-]+)");

    /** Rows about accounts and calls, settings of accounts, and tables in which deleted resources stay for a while, as at AWS. */
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
            "transit_gateway",
            "transit_gateway_attachment",
            "transit_gateway_cidr",
            "transit_gateway_route",
            "transit_gateway_route_table",
            "usage_meter",
            "vpc_block_public_access",
            "vpc_block_public_access_exclusion",
            "vpc_endpoint",
            "vpc_peering_connection",
            "vpn_gateway");

    /** Resources that keep their tags while they stay. */
    private static final Set<ResourceType> TAGGED_AFTER_DELETION = Set.of(
            ResourceType.INSTANCE,
            ResourceType.NATGATEWAY,
            ResourceType.VPN_GATEWAY,
            ResourceType.CUSTOMER_GATEWAY,
            ResourceType.TRANSIT_GATEWAY,
            ResourceType.TRANSIT_GATEWAY_ATTACHMENT,
            ResourceType.TRANSIT_GATEWAY_ROUTE_TABLE,
            ResourceType.VPC_BLOCK_PUBLIC_ACCESS_EXCLUSION,
            ResourceType.VPC_PEERING_CONNECTION);

    @TempDir
    private Path work;

    @Test
    void everyConfigurationAppliesIsImportedChangesAndIsDestroyed() throws Exception {
        assumeTrue(Terraform.present(), "terraform or TERRAFORM_PLUGIN_DIR is missing");
        try (PackagedEmulator emulator = PackagedEmulator.start(Map.of())) {
            TerraformConfiguration configuration =
                    new TerraformConfiguration(work, emulator.endpoint().toString(), configurations());
            Terraform terraform = new Terraform(work);
            configuration.write(false);
            naming(terraform::init);
            List<Ec2Client> owners = List.of(
                    emulator.ec2(),
                    emulator.aws().ec2(Aws.root("111122223333"), Region.EU_WEST_1),
                    emulator.aws().ec2(Aws.root("444455556666"), Region.US_EAST_1));
            // The first call creates the default VPC.
            owners.forEach(Ec2Client::describeVpcs);
            Map<String, Long> before = rows(emulator);
            naming(terraform::apply);
            assertThat(owners.get(1).describeVpcEndpoints().vpcEndpoints()).hasSize(2);
            assertThat(pathFound(terraform)).isTrue();
            naming(terraform::planNothing);

            naming(() -> importEverything(configuration, terraform));
            configuration.write(true);
            naming(() -> terraform.apply("-refresh=false"));
            assertThat(pathFound(terraform)).isFalse();
            naming(terraform::planNothing);

            naming(() -> terraform.destroy("-refresh=false"));
            assertThat(rows(emulator)).as("rows before and after").isEqualTo(before);
            for (Ec2Client owner : owners) {
                assertThat(owner.describeTags().tags())
                        .as("tags after")
                        .extracting(TagDescription::resourceType)
                        .isSubsetOf(TAGGED_AFTER_DELETION);
            }
        }
    }

    /** The next apply imports the resources and changes them at once. */
    private static void importEverything(TerraformConfiguration configuration, Terraform terraform) throws Exception {
        TerraformImports imports = TerraformImports.read();
        TerraformState all = terraform.state();
        configuration.writeImports(imports.blocks(all));
        terraform.state().remove(imports::possible);
        imports.check(terraform.plan(), all);
    }

    private static boolean pathFound(Terraform terraform) throws IOException {
        return terraform
                .state()
                .resource(ANALYSIS)
                .attributes()
                .path("path_found")
                .asBoolean();
    }

    private static List<Path> configurations() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path parent : CONFIGURATIONS) {
            try (Stream<Path> directories = Files.list(parent)) {
                all.addAll(directories.filter(Files::isDirectory).sorted().toList());
            }
        }
        return all;
    }

    private interface Step {
        void run() throws Exception;
    }

    /** Names the configurations that failed. */
    private static void naming(Step step) throws Exception {
        try {
            step.run();
        } catch (AssertionError e) {
            Set<String> failed = new TreeSet<>();
            String output = String.valueOf(e.getMessage());
            MODULE.matcher(output).results().forEach(module -> failed.add(module.group(1)));
            throw new AssertionError("Failed configurations: " + failed + "\n" + output, e);
        }
    }

    /** The number of rows by table. */
    private static Map<String, Long> rows(PackagedEmulator emulator) throws Exception {
        JsonNode counts = new ControlApi(emulator.endpoint())
                .get("/_vpclocal/info")
                .json()
                .path("counts");
        Map<String, Long> rows = new TreeMap<>();
        counts.properties().forEach(table -> {
            if (!STAYING.contains(table.getKey()) && table.getValue().asLong() > 0) {
                rows.put(table.getKey(), table.getValue().asLong());
            }
        });
        assertThat(rows).isNotEmpty();
        return rows;
    }
}

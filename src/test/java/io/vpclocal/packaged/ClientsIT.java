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
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The AWS CLI, boto3 and the AWS SDK for JavaScript work with the emulator: commands, pages, waiters, dry runs and errors.
 * Each program fails if anything is unlike AWS. Afterwards the request log has no error that the programs do not expect.
 */
class ClientsIT {

    private static final Path CLIENTS = Path.of("src", "test", "resources", "clients");

    /** Errors that the programs cause on purpose. */
    private static final Set<String> EXPECTED = Set.of(
            "DependencyViolation",
            "DryRunOperation",
            "InvalidPermission.Duplicate",
            "InvalidSubnet.Range",
            "InvalidSubnetID.NotFound",
            "InvalidVpcID.NotFound",
            "LoadBalancerNotFound",
            "NoSuchEntity",
            "Resource.AlreadyAssociated",
            "ResourceNotFoundException",
            "TargetGroupNotFound",
            // Paginators of actions that are not emulated, or newer than the SDK's model.
            "InvalidAction",
            "UnknownOperationException",
            "UnsupportedOperation");

    private static PackagedEmulator emulator;

    @TempDir
    private Path work;

    @BeforeAll
    static void start() throws IOException {
        emulator = PackagedEmulator.start(Map.of());
    }

    @AfterAll
    static void end() {
        emulator.close();
    }

    /** More than 80 commands, 12 of them in processes of their own. */
    @Test
    void theAwsCli() throws Exception {
        assumeTrue(
                Shell.has("aws") && Shell.has("python3") && Shell.ends(List.of("python3", "-c", "import awscli")),
                "the AWS CLI, version 1, is not on the PATH");
        Path commands = CLIENTS.resolve("commands.txt");
        assertThat(Files.readAllLines(commands).stream().filter(line -> line.startsWith("@ ")))
                .hasSizeGreaterThanOrEqualTo(10);
        assertThat(run(CLIENTS, "python3", "cli.py", "commands.txt", endpoint()))
                .containsPattern("\\d\\d commands, 0 wrong");
        noOtherErrors();
    }

    @Test
    void boto3() throws Exception {
        assumeTrue(
                Shell.has("python3") && Shell.ends(List.of("python3", "-c", "import boto3")), "boto3 is not installed");
        assertThat(run(CLIENTS, "python3", "boto.py", endpoint())).contains("0 wrong");
        noOtherErrors();
    }

    @Test
    void theSdkForJavaScript() throws Exception {
        assumeTrue(
                Shell.has("node")
                        && Shell.has("npm")
                        && Shell.ends(List.of("timeout", "20", "npm", "view", "@aws-sdk/client-ec2", "version")),
                "Node.js or the npm registry is missing");
        for (String file : List.of("package.json", "sdk.mjs")) {
            Files.copy(CLIENTS.resolve(file), work.resolve(file));
        }
        run(work, "npm", "install", "--no-audit", "--no-fund", "--silent");
        assertThat(run(work, "node", "sdk.mjs", endpoint())).contains("0 wrong");
        noOtherErrors();
    }

    private static String run(Path directory, String... command) throws IOException, InterruptedException {
        return Shell.run(directory, Map.of("AWS_PAGER", "", "PYTHONDONTWRITEBYTECODE", "1"), List.of(command));
    }

    private static void noOtherErrors() throws Exception {
        Set<String> others = new TreeSet<>();
        for (JsonNode call : new ControlApi(emulator.endpoint())
                .get("/_vpclocal/requests?failed=true&limit=1000")
                .json()) {
            if (!EXPECTED.contains(call.path("error").asString())) {
                others.add(call.path("action").asString() + ": "
                        + call.path("error").asString());
            }
        }
        assertThat(others).isEmpty();
    }

    private static String endpoint() {
        return emulator.endpoint().toString();
    }
}

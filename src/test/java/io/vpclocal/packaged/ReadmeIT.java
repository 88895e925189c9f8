package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Runs the commands of the README just as they stand there, but for the port. */
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("```bash\\n# (?:AWS CLI|Traffic)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theCliExampleCreatesTwoEndpoints_ofWhichOneIsNotReached() throws Exception {
        assumeTrue(Shell.has("aws"), "the AWS CLI is not on the PATH");
        assumeTrue(Shell.has("curl"), "curl is not on the PATH");
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(block -> block.group(1))
                .toList();
        assertThat(blocks)
                .as("the README shows the AWS CLI at work, and traffic")
                .hasSize(2);
        try (PackagedEmulator emulator = PackagedEmulator.start(Map.of())) {
            String script = String.join("", blocks)
                    .replace("http://localhost:4566", emulator.endpoint().toString());
            String output =
                    Shell.run(Path.of("."), Map.of("AWS_PAGER", ""), List.of("bash", "-euo", "pipefail", "-c", script));
            assertThat(emulator.ec2().describeVpcEndpoints().vpcEndpoints())
                    .extracting(VpcEndpoint::serviceName)
                    .containsExactly("com.amazonaws.us-east-1.s3", "com.amazonaws.us-east-1.kms");
            assertThat(output).contains("NO_ROUTE_TO_DESTINATION");
        }
    }
}

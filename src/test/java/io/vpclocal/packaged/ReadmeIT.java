package io.vpclocal.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Runs the commands of the README unchanged, except for the port. */
class ReadmeIT {

    private static final Pattern BLOCK = Pattern.compile("```bash\\n# ([A-Za-z ]+)\\n(.*?)```", Pattern.DOTALL);

    @Test
    void theCommandsWorkOneAfterTheOther() throws Exception {
        assumeTrue(Shell.has("aws"), "the AWS CLI is not on the PATH");
        assumeTrue(Shell.has("curl"), "curl is not on the PATH");
        Map<String, String> blocks = new LinkedHashMap<>();
        BLOCK.matcher(Files.readString(Path.of("README.md")))
                .results()
                .forEach(block -> blocks.put(block.group(1), block.group(2)));
        assertThat(blocks.keySet()).containsExactly("AWS CLI", "Traffic", "Flow logs", "PrivateLink", "Denial");
        assertThat(Objects.requireNonNull(blocks.get("Flow logs")).lines().filter(line -> !line.startsWith(" ")))
                .as("flow logs in a dozen lines")
                .hasSizeLessThanOrEqualTo(12);
        try (PackagedEmulator emulator = PackagedEmulator.start(Map.of())) {
            String script = String.join("", blocks.values())
                    .replace("http://localhost:4566", emulator.endpoint().toString());
            String output =
                    Shell.run(Path.of("."), Map.of("AWS_PAGER", ""), List.of("bash", "-euo", "pipefail", "-c", script));
            assertThat(emulator.ec2().describeVpcEndpoints().vpcEndpoints())
                    .extracting(VpcEndpoint::serviceName)
                    .containsExactly("com.amazonaws.us-east-1.s3", "com.amazonaws.us-east-1.kms");
            assertThat(output)
                    .contains("NO_ROUTE_TO_DESTINATION", " records delivered, 0 flow logs failed")
                    .containsPattern("2 000000000000 eni-\\S+ 10\\.0\\.1\\.\\d+ 10\\.0\\.1\\.99 ")
                    .containsPattern("available\\s+vpce-\\S+\\.vpce-svc-\\S+\\.us-east-1\\.vpce\\.amazonaws\\.com")
                    .contains("As expected", "\"action\": \"DeleteVpc\"", "\"ec2:DeleteVpc\"");
        }
    }
}

package io.vpclocal.protocol.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.OwnEmulator;
import io.vpclocal.testing.RawHttp;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The log: the URLs at startup, and one line per call. */
@ExtendWith(OutputCaptureExtension.class)
class CallLogTest {

    private static final String ROOT = "arn:aws:iam::000000000000:root";

    @Test
    void aStartSaysWhereThePagesAreAndEachCallIsALine(CapturedOutput output) throws Exception {
        try (OwnEmulator emulator = OwnEmulator.start(Map.of("vpclocal.protocol.log-calls", "true"))) {
            URI endpoint = emulator.aws().endpoint();
            String url = "http://localhost:" + endpoint.getPort();
            List<String> start = output.getOut().lines().toList();
            assertThat(start)
                    .containsExactly(
                            "VPC Local development answers at " + url,
                            "Console:    " + url + "/",
                            "Swagger UI: " + url + "/swagger-ui.html",
                            "Ready.");
            RawHttp.form(endpoint, "Action=DescribeVpcs&Version=2016-11-15");
            RawHttp.form(endpoint, "Action=DeleteVpc&VpcId=vpc-01234567&Version=2016-11-15");
            RawHttp.form(endpoint, "Action=No%0ASuch&Version=2016-11-15");
            assertThat(output.getOut().lines().skip(4))
                    .satisfiesExactly(
                            line -> assertThat(line).containsPattern("ec2 DescribeVpcs by " + ROOT + ": 200, \\d+ ms$"),
                            line -> assertThat(line)
                                    .containsPattern(
                                            "ec2 DeleteVpc by " + ROOT + ": 400 InvalidVpcID.NotFound, \\d+ ms$"),
                            line -> assertThat(line)
                                    .containsPattern("ec2 No\\?Such by " + ROOT + ": 400 InvalidAction, \\d+ ms$"));
        }
    }

    @Test
    void thePropertySwitchesThemOff(CapturedOutput output) throws Exception {
        try (OwnEmulator emulator = OwnEmulator.start(Map.of("vpclocal.protocol.log-calls", "false"))) {
            RawHttp.form(emulator.aws().endpoint(), "Action=DescribeVpcs&Version=2016-11-15");
            assertThat(output.getOut().lines()).hasSize(4).last().isEqualTo("Ready.");
        }
    }
}

package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testkit.VpcLocalContainer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The same emulator in a container, where there is an engine that has the image. */
@EnabledIf("imageIsThere")
class ContainerTest {

    private static final String IMAGE = "vpc-local";

    @Test
    void theContainerAnswers() {
        try (VpcLocalContainer container = new VpcLocalContainer(IMAGE)) {
            container.start();
            Ec2Client ec2 = container.account("123456789012").client(Ec2Client.class);
            assertThat(ec2.describeVpcs().vpcs()).hasSize(1);
            assertThat(container.control().health().services()).containsEntry("ec2", "running");
        }
    }

    static boolean imageIsThere() throws InterruptedException {
        boolean there = inspected();
        if (!there) {
            System.out.println("ContainerTest is skipped: no Docker engine has the image " + IMAGE + ".");
        }
        return there;
    }

    private static boolean inspected() throws InterruptedException {
        try {
            Process docker = new ProcessBuilder("docker", "image", "inspect", IMAGE)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return docker.waitFor(10, TimeUnit.SECONDS) && docker.exitValue() == 0;
        } catch (IOException noDocker) {
            return false;
        }
    }
}

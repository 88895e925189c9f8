package io.vpclocal.packaged;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Volume;
import io.vpclocal.testing.Aws;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Vpc;

/**
 * Tests the container image and the compose file as users run them. Skipped with a message if the image is not built.
 */
class ContainerImageIT {

    private static final String IMAGE = "vpc-local";
    private static final Path HERE = Path.of("").toAbsolutePath();

    @BeforeAll
    static void requireTheImage() throws Exception {
        assumeTrue(
                Shell.has("docker") && Shell.ends(List.of("docker", "image", "inspect", IMAGE)),
                "The image vpc-local does not exist. Build it with: docker build -t vpc-local .");
        // Docker engines accept only the API versions they know.
        System.setProperty(
                "api.version",
                Shell.run(HERE, Map.of(), List.of("docker", "version", "--format", "{{.Server.APIVersion}}"))
                        .strip());
    }

    @Test
    void theImageHasANumericUserAndLabels() throws Exception {
        String format = "{{.Config.User}} {{index .Config.Labels \"org.opencontainers.image.licenses\"}}";
        assertThat(Shell.run(HERE, Map.of(), List.of("docker", "image", "inspect", "--format", format, IMAGE))
                        .strip())
                .isEqualTo("10001:10001 Apache-2.0");
    }

    @Test
    void stateSurvivesARestartWithAReadOnlyRootFileSystem() throws Exception {
        String volume =
                Shell.run(HERE, Map.of(), List.of("docker", "volume", "create")).strip();
        try {
            String vpc;
            try (GenericContainer<?> container = emulator(volume)) {
                container.start();
                vpc = create(ec2(container));
                container
                        .getDockerClient()
                        .stopContainerCmd(container.getContainerId())
                        .exec();
            }
            try (GenericContainer<?> container = emulator(volume)) {
                container.start();
                assertThat(vpcs(ec2(container))).contains(vpc);
                assertThat(container.execInContainer("id", "-u").getStdout().strip())
                        .isNotEqualTo("0");
            }
        } finally {
            Shell.run(HERE, Map.of(), List.of("docker", "volume", "rm", volume));
        }
    }

    @Test
    void twoNodesOfTheComposeFileShareOneDatabase() throws Exception {
        assumeTrue(Shell.has("docker-compose"), "docker-compose is not on the PATH");
        Map<String, String> environment = Map.of("COMPOSE_PROJECT_NAME", "vpc-local-it");
        try {
            Shell.run(HERE, environment, compose("up", "-d", "database", "node-1", "node-2"));
            Ec2Client first = patient(4567);
            String vpc = create(first);
            assertThat(vpcs(patient(4568))).contains(vpc);
        } finally {
            Shell.run(HERE, environment, compose("down", "--volumes", "--timeout", "5"));
        }
    }

    private static List<String> compose(String... arguments) {
        return Stream.concat(Stream.of("docker-compose", "--profile", "nodes"), Stream.of(arguments))
                .toList();
    }

    private static GenericContainer<?> emulator(String volume) {
        return new GenericContainer<>(
                        new RemoteDockerImage(DockerImageName.parse(IMAGE)).withImagePullPolicy(name -> false))
                .withExposedPorts(4566)
                .withTmpFs(Map.of("/tmp", "rw"))
                .withCreateContainerCmdModifier(command -> requireNonNull(command.getHostConfig())
                        .withReadonlyRootfs(true)
                        .withBinds(new Bind(volume, new Volume("/var/lib/vpclocal"))))
                .waitingFor(Wait.forHealthcheck());
    }

    private static Ec2Client ec2(GenericContainer<?> container) {
        return ec2(container.getMappedPort(4566), 1);
    }

    /** A client that retries until the node has started. */
    private static Ec2Client patient(int port) {
        return ec2(port, 60);
    }

    private static Ec2Client ec2(int port, int attempts) {
        return Ec2Client.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create("http://localhost:" + port))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(Aws.root("test")))
                .overrideConfiguration(c -> c.retryStrategy(r -> r.maxAttempts(attempts)))
                .build();
    }

    private static String create(Ec2Client ec2) {
        return ec2.createVpc(r -> r.cidrBlock("10.0.0.0/16")).vpc().vpcId();
    }

    private static List<String> vpcs(Ec2Client ec2) {
        return ec2.describeVpcs().vpcs().stream().map(Vpc::vpcId).toList();
    }
}

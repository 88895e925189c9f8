package io.vpclocal.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The emulator in a container: {@code new VpcLocalContainer("vpc-local").withSetting("vpclocal.quotas", "strict")},
 * with the image from {@code docker build -t vpc-local .}. The start waits until the emulator is healthy.
 */
public class VpcLocalContainer extends GenericContainer<VpcLocalContainer> {

    /** The port inside the container. */
    public static final int PORT = 4566;

    private static final String REGION = "us-east-1";
    private static final Duration STARTUP = Duration.ofMinutes(2);

    /** @param image such as {@code vpc-local} */
    public VpcLocalContainer(String image) {
        this(DockerImageName.parse(image));
    }

    /** @param image a name that need not be {@code vpc-local} */
    public VpcLocalContainer(DockerImageName image) {
        super(image);
        addExposedPort(PORT);
        setWaitStrategy(Wait.forHttp("/_vpclocal/health")
                .forPort(PORT)
                .forStatusCode(200)
                .withStartupTimeout(STARTUP));
    }

    /** Sets a property of the emulator, such as {@code vpclocal.quotas}, through its environment variable. */
    public VpcLocalContainer withSetting(String property, String value) {
        return withEnv(property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT), value);
    }

    /** The endpoint for AWS clients. */
    public URI getEndpoint() {
        return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
    }

    /** A client of the control API, for all accounts. */
    public VpcLocalControl control() {
        return VpcLocalControl.at(getEndpoint());
    }

    /** Credentials, clients and users of an account, in us-east-1. @param id twelve digits */
    public VpcLocalAccount account(String id) {
        return account(id, REGION);
    }

    /** Credentials, clients and users of an account. @param id twelve digits */
    public VpcLocalAccount account(String id, String region) {
        return new VpcLocalAccount(control(), id, region);
    }
}

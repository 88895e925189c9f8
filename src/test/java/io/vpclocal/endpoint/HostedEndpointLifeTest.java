package io.vpclocal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.endpointservice.hosted.Subscriber;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Expect;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

/**
 * The lifecycle of endpoints to hosted services. States: AWS PrivateLink Guide; expiry after seven days is our guess.
 */
@SlowEmulatorTest
class HostedEndpointLifeTest {

    private static final Duration WEEK = Duration.ofDays(7);

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    private Provider provider;
    private Subscriber subscriber;
    private ServiceConfiguration service;
    private String id;

    @BeforeEach
    void aWaitingConsumer() {
        clock.freeze();
        provider = new Provider(aws);
        subscriber = new Subscriber(aws);
        service = provider.host();
        provider.allow(service.serviceId(), subscriber.account);
        id = subscriber.connect(service.serviceName()).vpcEndpointId();
    }

    @AfterEach
    void thaw() {
        clock.real();
    }

    @Test
    void anAcceptedEndpointIsPendingBeforeItIsAvailable() {
        assertStates("pendingAcceptance");
        clock.advance(Duration.ofHours(1));
        assertStates("pendingAcceptance");
        provider.accept(service.serviceId(), id);
        assertStates("pending");
        clock.advance(Duration.ofSeconds(60));
        assertStates("available");
        clock.advance(WEEK);
        assertStates("available");
    }

    @Test
    void aPendingEndpointCanBeRejected() {
        provider.accept(service.serviceId(), id);
        provider.reject(service.serviceId(), id);
        assertStates("rejected");
        clock.advance(WEEK);
        assertStates("rejected");
        provider.accept(service.serviceId(), id);
        assertStates("pending");
    }

    /** Our guess: pending endpoints are changed at once, and changes do not affect the connection's state. */
    @Test
    void aWaitingEndpointCanBeChangedAtAnyTime() {
        change();
        change();
        provider.accept(service.serviceId(), id);
        change();
        Expect.awsError("OperationInProgress", this::change);
        assertStates("pending");
        assertThat(provider.delete(service.serviceId())).hasSize(1);
        clock.advance(Duration.ofSeconds(60));
        assertStates("available");
        provider.reject(service.serviceId(), id);
        assertStates("rejected");
    }

    private void change() {
        subscriber.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(id).privateDnsEnabled(false));
    }

    @Test
    void aRequestExpires() {
        clock.advance(WEEK.minusMillis(1));
        assertStates("pendingAcceptance");
        assertThat(provider.delete(service.serviceId())).hasSize(1);
        clock.advance(Duration.ofMillis(1));
        assertStates("expired");
        assertThat(provider.accept(service.serviceId(), id))
                .extracting(item -> item.error().code())
                .containsExactly("InvalidState");
        assertThat(provider.reject(service.serviceId(), id)).hasSize(1);
        assertThat(provider.delete(service.serviceId())).isEmpty();
        assertThat(subscriber.state(id)).isEqualTo("expired");
        assertThat(subscriber.delete(id)).isEmpty();
    }

    @Test
    void aDeletedEndpointIsVisibleUntilItIsRemoved() {
        provider.accept(service.serviceId(), id);
        subscriber.delete(id);

        assertStates("deleting");
        assertThat(provider.reject(service.serviceId(), id))
                .extracting(item -> item.error().code())
                .containsExactly("InvalidState");
        clock.advance(Duration.ofSeconds(30));
        assertThat(provider.connections(service.serviceId())).isEmpty();
        Expect.awsError("InvalidVpcEndpointId.NotFound", () -> subscriber.describe(id));
        assertThat(provider.reject(service.serviceId(), id))
                .extracting(item -> item.error().code())
                .containsExactly("InvalidVpcEndpointId.NotFound");
    }

    private void assertStates(String state) {
        assertThat(subscriber.state(id)).isEqualTo(state);
        assertThat(provider.connections(service.serviceId()))
                .extracting(VpcEndpointConnection::vpcEndpointStateAsString)
                .containsExactly(state);
    }
}

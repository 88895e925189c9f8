package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.hosted.ConnectionLog.Entry;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.OtherEmulatorTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;

/**
 * The events of a connection (AWS PrivateLink Guide: "Receive alerts for endpoint service events"), each published
 * once.
 */
@OtherEmulatorTest
class ConnectionEventTest {

    @Autowired
    private Aws aws;

    @Autowired
    private ConnectionLog log;

    @Test
    void eventsArePublishedInOrder() {
        Provider provider = new Provider(aws);
        Subscriber subscriber = new Subscriber(aws);
        ServiceConfiguration service = provider.host();
        provider.allow(service.serviceId(), subscriber.account);
        String id = subscriber.connect(service.serviceName()).vpcEndpointId();
        provider.accept(service.serviceId(), id);
        provider.accept(service.serviceId(), id);
        provider.reject(service.serviceId(), id);
        subscriber.delete(id);
        subscriber.delete(id);

        assertThat(log.of(id)).extracting(Entry::event).containsExactly("Connect", "Accept", "Reject", "Delete");
        assertThat(log.of(id)).allSatisfy(entry -> {
            assertThat(entry.serviceId()).isEqualTo(service.serviceId());
            assertThat(entry.serviceOwner()).isEqualTo(provider.account);
            assertThat(entry.consumer()).isEqualTo(new Scope(subscriber.account, "us-east-1"));
        });
    }

    @Test
    void failedCallsPublishNoEvents() {
        Subscriber subscriber = new Subscriber(aws);
        String subnet = subscriber.subnet("us-east-1a");
        Expect.awsError(
                "DuplicateSubnetsInSameZone",
                () -> subscriber.connect(
                        "com.amazonaws.us-east-1.kms", r -> r.subnetIds(subnet, subscriber.subnet("us-east-1a"))));
        Expect.awsError(
                "DryRunOperation", () -> subscriber.connect("com.amazonaws.us-east-1.kms", r -> r.dryRun(true)));
        assertThat(log.from(subscriber.account)).isEmpty();
    }

    @Test
    void servicesOfAwsHaveConnectionsToo_butNotThroughGateways() {
        Subscriber subscriber = new Subscriber(aws);
        String id = subscriber.connect("com.amazonaws.us-east-1.kms").vpcEndpointId();
        subscriber.connect("com.amazonaws.us-east-1.s3", r -> r.vpcEndpointType("Gateway"));

        assertThat(log.from(subscriber.account)).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.endpointId()).isEqualTo(id);
            assertThat(entry.serviceOwner()).isEqualTo("amazon");
        });
    }
}

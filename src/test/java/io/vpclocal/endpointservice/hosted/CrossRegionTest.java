package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Services for other Regions (AWS PrivateLink Guide: "Cross-region access to endpoint services"). */
@EmulatorTest
class CrossRegionTest {

    @Autowired
    private Aws aws;

    private Provider provider;
    private Subscriber subscriber;
    private ServiceConfiguration service;

    @BeforeEach
    void aConsumerInAnotherRegion() {
        provider = new Provider(aws);
        subscriber = new Subscriber(aws, Region.EU_WEST_1);
        service = provider.host(r -> r.supportedRegions("eu-west-1"));
        provider.allow(service.serviceId(), subscriber.account);
    }

    @Test
    void aConsumerConnectsFromASupportedRegion() {
        VpcEndpoint endpoint = subscriber.connect(
                service.serviceName(), r -> r.serviceRegion("us-east-1").subnetIds(subscriber.subnet("eu-west-1b")));
        String id = endpoint.vpcEndpointId();

        assertThat(endpoint.serviceRegion()).isEqualTo("us-east-1");
        assertThat(endpoint.dnsEntries())
                .extracting(entry -> entry.dnsName().replaceFirst("^vpce-\\w+-\\w{8}", ""))
                .containsExactly("." + service.serviceId() + ".us-east-1.vpce.amazonaws.com");
        assertThat(provider.connections(service.serviceId()).get(0).vpcEndpointRegion())
                .isEqualTo("eu-west-1");
        assertThat(provider.accept(service.serviceId(), id)).isEmpty();
        assertThat(subscriber.state(id)).isEqualTo("available");
        assertThat(provider.delete(service.serviceId())).hasSize(1);
    }

    @Test
    void theServiceIsFoundWhereItIsHosted() {
        assertThat(subscriber.services(provider.account)).isEmpty();
        assertThat(subscriber
                        .ec2
                        .describeVpcEndpointServices(r -> r.serviceRegions("us-east-1")
                                .filters(f -> f.name("owner").values(provider.account)))
                        .serviceNames())
                .containsExactly(service.serviceName());
        Expect.awsError("InvalidServiceName", () -> subscriber.connect(service.serviceName()));
    }

    @Test
    void anotherRegionIsNotServed() {
        Subscriber other = new Subscriber(aws, Region.EU_CENTRAL_1);
        provider.allow(service.serviceId(), other.account);
        Expect.awsError(
                "InvalidServiceName", () -> other.connect(service.serviceName(), r -> r.serviceRegion("us-east-1")));

        provider.modify(service.serviceId(), r -> r.addSupportedRegions("eu-central-1"));
        other.connect(service.serviceName(), r -> r.serviceRegion("us-east-1"));
    }

    /** Our guess: connections stay when their Region is no longer supported. */
    @Test
    void aRegionCanBeTakenAway() {
        String id = subscriber
                .connect(service.serviceName(), r -> r.serviceRegion("us-east-1"))
                .vpcEndpointId();
        provider.modify(service.serviceId(), r -> r.removeSupportedRegions("eu-west-1"));

        Expect.awsError(
                "InvalidServiceName",
                () -> subscriber.connect(service.serviceName(), r -> r.serviceRegion("us-east-1")));
        assertThat(provider.accept(service.serviceId(), id)).isEmpty();
        assertThat(subscriber.state(id)).isEqualTo("available");
        assertThat(provider.describe(service.serviceId()).remoteAccessEnabled()).isFalse();
    }
}

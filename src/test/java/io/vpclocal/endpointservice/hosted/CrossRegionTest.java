package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Zones by the AWS PrivateLink Guide, text of a user's report; the order of the zones is our guess. */
    @ParameterizedTest
    @CsvSource({
        "us-east-1,      us-east-1e,      'use1-az1, use1-az2, use1-az4, use1-az5, use1-az6'",
        "us-east-1,      us-east-1a,      ",
        "ap-northeast-2, ap-northeast-2b, 'apne2-az1, apne2-az3'",
        "ap-northeast-2, ap-northeast-2d, 'apne2-az1, apne2-az3'",
        "ap-northeast-2, ap-northeast-2c, "
    })
    void someZonesReachNoOtherRegion(String region, String zone, @Nullable String supported) {
        Provider elsewhere = new Provider(aws, Region.EU_WEST_1);
        ServiceConfiguration remote = elsewhere.host(r -> r.supportedRegions(region));
        Subscriber near = new Subscriber(aws, Region.of(region));
        elsewhere.allow(remote.serviceId(), near.account);
        String subnet = near.subnet(zone);
        Runnable create = () -> near.connect(
                remote.serviceName(), r -> r.serviceRegion("eu-west-1").subnetIds(subnet));

        if (supported == null) {
            create.run();
            return;
        }
        String refusal = "Only the following availability zones are supported for remote access: " + supported;
        Expect.awsError("InvalidParameter", refusal, create::run);
        String id = near.connect(remote.serviceName(), r -> r.serviceRegion("eu-west-1"))
                .vpcEndpointId();
        Expect.awsError(
                "InvalidParameter",
                refusal,
                () -> near.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(id).addSubnetIds(subnet)));
    }

    /** AWS's services in other Regions are reached from the same zones. */
    @Test
    void servicesOfAwsSupportCrossRegionAccess() {
        Subscriber near = new Subscriber(aws);
        String subnet = near.subnet("us-east-1e");
        Expect.awsError(
                "InvalidParameter",
                () -> near.connect("com.amazonaws.eu-west-1.kms", r -> r.serviceRegion("eu-west-1")
                        .subnetIds(subnet)));
        near.connect("com.amazonaws.us-east-1.kms", r -> r.subnetIds(subnet));
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
    void aRegionCanBeRemoved() {
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

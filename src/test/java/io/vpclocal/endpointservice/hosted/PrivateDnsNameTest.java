package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** A service with a name of its own (AWS PrivateLink Guide: "Manage DNS names for VPC endpoint services"). */
@EmulatorTest
class PrivateDnsNameTest {

    private static final String NAME = "api.example.com";

    @Autowired
    private Aws aws;

    private Provider provider;
    private Subscriber subscriber;
    private ServiceConfiguration service;

    @BeforeEach
    void aServiceWithAName() {
        provider = new Provider(aws);
        subscriber = new Subscriber(aws);
        service = provider.host(r -> r.privateDnsName(NAME));
        provider.allow(service.serviceId(), subscriber.account);
    }

    /** The emulator verifies names at once unless it is told not to. */
    @Test
    void aNameIsVerified() {
        assertThat(service.privateDnsNameConfiguration()).satisfies(record -> {
            assertThat(record.stateAsString()).isEqualTo("verified");
            assertThat(record.type()).isEqualTo("TXT");
            assertThat(record.name()).matches("_[a-z0-9]{20}");
            assertThat(record.value()).matches("vpce:[A-Za-z0-9]{20}");
        });
        ServiceDetail seen = subscriber
                .ec2
                .describeVpcEndpointServices(r -> r.serviceNames(service.serviceName()))
                .serviceDetails()
                .get(0);
        assertThat(seen.privateDnsName()).isEqualTo(NAME);
        assertThat(seen.privateDnsNames()).hasSize(1);
        assertThat(seen.privateDnsNameVerificationStateAsString()).isEqualTo("verified");
        provider.ec2.startVpcEndpointServicePrivateDnsVerification(r -> r.serviceId(service.serviceId()));
        assertThat(provider.describe(service.serviceId())).isEqualTo(service);
    }

    @Test
    void anEndpointAnswersToTheName() {
        String subnet = subscriber.subnet("us-east-1a");
        VpcEndpoint endpoint = subscriber.connect(
                service.serviceName(), r -> r.privateDnsEnabled(true).subnetIds(subnet));

        assertThat(endpoint.privateDnsEnabled()).isTrue();
        assertThat(endpoint.dnsEntries())
                .hasSize(3)
                .last()
                .extracting(DnsEntry::dnsName)
                .isEqualTo(NAME);
        Expect.awsError(
                "InvalidParameter",
                "private-dns-enabled cannot be set because there is already a conflicting DNS domain for " + NAME
                        + " in the VPC " + subscriber.vpc,
                () -> subscriber.connect(service.serviceName(), r -> r.privateDnsEnabled(true)));
    }

    @Test
    void withoutANameThereIsNoPrivateDns() {
        provider.modify(service.serviceId(), r -> r.removePrivateDnsName(true));

        assertThat(subscriber.connect(service.serviceName()).privateDnsEnabled())
                .isFalse();
        Expect.awsError(
                "InvalidParameter",
                "Private DNS can't be enabled because the service " + service.serviceName()
                        + " does not provide a private DNS name.",
                () -> subscriber.connect(service.serviceName(), r -> r.privateDnsEnabled(true)));
    }

    @Test
    void theSameNameAgainChangesNothing() {
        provider.modify(service.serviceId(), r -> r.privateDnsName(NAME));
        assertThat(provider.describe(service.serviceId())).isEqualTo(service);
        provider.modify(service.serviceId(), r -> r.privateDnsName("other.example.com"));
        assertThat(provider.describe(service.serviceId())
                        .privateDnsNameConfiguration()
                        .name())
                .isNotEqualTo(service.privateDnsNameConfiguration().name());
    }
}

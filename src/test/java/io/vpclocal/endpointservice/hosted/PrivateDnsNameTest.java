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

/** A service with a private DNS name (AWS PrivateLink Guide: "Manage DNS names for VPC endpoint services"). */
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
        String id = provider.host(r -> r.privateDnsName(NAME)).serviceId();
        provider.ec2.startVpcEndpointServicePrivateDnsVerification(r -> r.serviceId(id));
        service = provider.describe(id);
        provider.allow(id, subscriber.account);
    }

    /** AWS PrivateLink Guide, "Manage DNS names for VPC endpoint services". */
    @Test
    void aNameIsNotVerifiedBeforeItsOwnerAsks() {
        ServiceConfiguration made = provider.host(r -> r.privateDnsName(NAME).acceptanceRequired(false));
        provider.allow(made.serviceId(), subscriber.account);

        assertThat(made.privateDnsNameConfiguration().stateAsString()).isEqualTo("pendingVerification");
        assertThat(provider.describe(made.serviceId()).privateDnsNameConfiguration())
                .isEqualTo(made.privateDnsNameConfiguration());
        assertThat(subscriber.connect(made.serviceName()).privateDnsEnabled()).isFalse();
        Expect.awsError(
                "InvalidParameter",
                "Private DNS can't be enabled because the service " + made.serviceName()
                        + " does not provide a private DNS name.",
                () -> subscriber.connect(made.serviceName(), r -> r.privateDnsEnabled(true)));

        provider.modify(service.serviceId(), r -> r.privateDnsName("later.example.com"));
        assertThat(provider.describe(service.serviceId())
                        .privateDnsNameConfiguration()
                        .stateAsString())
                .isEqualTo("pendingVerification");
    }

    /** By default verification needs no TXT record. */
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
    void theNameResolvesToAnEndpoint() {
        String subnet = subscriber.subnet("us-east-1a");
        String id = subscriber
                .connect(service.serviceName(), r -> r.subnetIds(subnet))
                .vpcEndpointId();
        provider.accept(service.serviceId(), id);
        enable(id);

        VpcEndpoint endpoint = subscriber.describe(id);
        assertThat(endpoint.privateDnsEnabled()).isTrue();
        assertThat(endpoint.dnsEntries())
                .hasSize(3)
                .last()
                .extracting(DnsEntry::dnsName)
                .isEqualTo(NAME);
        String second = subscriber.connect(service.serviceName()).vpcEndpointId();
        provider.accept(service.serviceId(), second);
        Expect.awsError(
                "InvalidParameter",
                "private-dns-enabled cannot be set because there is already a conflicting DNS domain for " + NAME
                        + " in the VPC " + subscriber.vpc,
                () -> enable(second));
    }

    /** Recorded from AWS; that a rejected connection has the same error is our guess. */
    @Test
    void privateDnsWaitsForTheOwnerToAccept() {
        String refusal = "Private DNS can only be enabled after the endpoint connection is accepted by the owner of "
                + service.serviceName();
        Expect.awsError(
                "InvalidParameter",
                refusal,
                () -> subscriber.connect(service.serviceName(), r -> r.privateDnsEnabled(true)));
        VpcEndpoint waiting = subscriber.connect(service.serviceName());
        String id = waiting.vpcEndpointId();
        assertThat(waiting.privateDnsEnabled()).isFalse();
        Expect.awsError("InvalidParameter", refusal, () -> enable(id));

        provider.reject(service.serviceId(), id);
        Expect.awsError("InvalidParameter", refusal, () -> enable(id));
        provider.accept(service.serviceId(), id);
        enable(id);
        assertThat(subscriber.describe(id).privateDnsEnabled()).isTrue();
    }

    /** Our guess: enabling private DNS again succeeds, and disabling it always succeeds. */
    @Test
    void aRejectedConnectionCanLosePrivateDns() {
        String id = subscriber.connect(service.serviceName()).vpcEndpointId();
        provider.accept(service.serviceId(), id);
        enable(id);
        provider.reject(service.serviceId(), id);

        enable(id);
        subscriber.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(id).privateDnsEnabled(false));
        assertThat(subscriber.describe(id).privateDnsEnabled()).isFalse();
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

    private void enable(String endpointId) {
        subscriber.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(endpointId).privateDnsEnabled(true));
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

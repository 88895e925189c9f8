package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.OtherEmulatorTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameConfiguration;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;

/**
 * Owners prove the ownership of a domain with a TXT record (AWS PrivateLink Guide: "Manage DNS names for VPC endpoint
 * services"); the control API publishes the record.
 */
@OtherEmulatorTest
class VerificationTest {

    @Autowired
    private Aws aws;

    private ControlApi control;
    private Provider provider;
    private Subscriber subscriber;
    private ServiceConfiguration service;

    @BeforeEach
    void aService() {
        control = new ControlApi(aws.endpoint());
        provider = new Provider(aws);
        subscriber = new Subscriber(aws);
        service = provider.host(r -> r.acceptanceRequired(false));
        provider.allow(service.serviceId(), subscriber.account);
    }

    @Test
    void anUnverifiedNameCannotBeUsed() {
        name("a.example.com");

        assertThat(state()).isEqualTo("pendingVerification");
        assertThat(subscriber.connect(service.serviceName()).privateDnsEnabled())
                .isFalse();
        Expect.awsError(
                "InvalidParameter", () -> subscriber.connect(service.serviceName(), r -> r.privateDnsEnabled(true)));
    }

    @ParameterizedTest
    @CsvSource({
        "a.example.com,     a.example.com,  verified",
        "a.example.com,     example.com,    verified",
        "a.b.example.com,   b.example.com,  verified",
        "'*.example.com',   example.com,    verified",
        "a.example.com,     com,            failed",
        "a.example.com,     b.example.com,  failed",
        "example.com,       a.example.com,  failed"
    })
    void theRecordMustBeOnTheDomain(String name, String domain, String expected) throws Exception {
        PrivateDnsNameConfiguration record = name(name);
        publish(record.name() + "." + domain, record.value());
        verify();
        assertThat(state()).isEqualTo(expected);
    }

    @Test
    void aNameThatFailedCanBeVerifiedLater() throws Exception {
        PrivateDnsNameConfiguration record = name("c.example.com");
        verify();
        assertThat(state()).isEqualTo("failed");
        publish(record.name() + ".c.example.com", "vpce:other");
        verify();
        assertThat(state()).isEqualTo("failed");
        publish(record.name() + ".C.Example.com.", "other\",\"" + record.value());
        verify();
        assertThat(state()).isEqualTo("verified");
        assertThat(subscriber
                        .connect(service.serviceName(), r -> r.privateDnsEnabled(true))
                        .privateDnsEnabled())
                .isTrue();
        name("d.example.com");
        assertThat(state()).isEqualTo("pendingVerification");
    }

    private PrivateDnsNameConfiguration name(String name) {
        provider.modify(service.serviceId(), r -> r.privateDnsName(name));
        return provider.describe(service.serviceId()).privateDnsNameConfiguration();
    }

    private void publish(String name, String value) throws Exception {
        assertThat(control.put("/_vpclocal/dns/" + name, "{\"values\":[\"" + value + "\"]}")
                        .status())
                .isEqualTo(200);
    }

    private void verify() {
        provider.ec2.startVpcEndpointServicePrivateDnsVerification(r -> r.serviceId(service.serviceId()));
    }

    private String state() {
        return provider.describe(service.serviceId())
                .privateDnsNameConfiguration()
                .stateAsString();
    }
}

package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

/**
 * A provider, an allowed consumer, and an account without permission (AWS PrivateLink Guide: "Share your services
 * through AWS PrivateLink" and "Accept or reject connection requests"). The rest is our guess.
 */
@EmulatorTest
class HandshakeTest {

    @Autowired
    private Aws aws;

    private Provider provider;
    private Subscriber subscriber;
    private Subscriber stranger;
    private ServiceConfiguration service;

    @BeforeEach
    void aServiceForOneConsumer() {
        provider = new Provider(aws);
        subscriber = new Subscriber(aws);
        stranger = new Subscriber(aws);
        service = provider.host();
        provider.allow(service.serviceId(), subscriber.account);
    }

    @Test
    void anAcceptedConsumerIsConnected() {
        String subnet = subscriber.subnet("us-east-1a");
        VpcEndpoint endpoint = subscriber.connect(service.serviceName(), r -> r.subnetIds(subnet));
        String id = endpoint.vpcEndpointId();

        assertThat(endpoint.stateAsString()).isEqualTo("pendingAcceptance");
        assertThat(endpoint.networkInterfaceIds()).hasSize(1);
        assertThat(endpoint.serviceRegion()).isEqualTo("us-east-1");
        assertStates(id, "pendingAcceptance");
        assertThat(provider.accept(service.serviceId(), id)).isEmpty();
        assertStates(id, "available");
        assertThat(subscriber.delete(id)).isEmpty();
        assertThat(provider.connections(service.serviceId())).isEmpty();
        assertThat(provider.delete(service.serviceId())).isEmpty();
    }

    @Test
    void aConnectionIsShownToTheProvider() {
        String subnet = subscriber.subnet("us-east-1a");
        VpcEndpoint endpoint = subscriber.connect(service.serviceName(), r -> r.subnetIds(subnet));
        VpcEndpointConnection seen = provider.connections(service.serviceId()).get(0);

        assertThat(seen.serviceId()).isEqualTo(service.serviceId());
        assertThat(seen.vpcEndpointId()).isEqualTo(endpoint.vpcEndpointId());
        assertThat(seen.vpcEndpointOwner()).isEqualTo(subscriber.account);
        assertThat(seen.vpcEndpointRegion()).isEqualTo("us-east-1");
        assertThat(seen.creationTimestamp()).isEqualTo(endpoint.creationTimestamp());
        assertThat(seen.ipAddressTypeAsString()).isEqualTo("ipv4");
        assertThat(seen.networkLoadBalancerArns()).isEqualTo(service.networkLoadBalancerArns());
        assertThat(seen.gatewayLoadBalancerArns()).isEmpty();
        assertThat(seen.vpcEndpointConnectionId()).matches("vpce-con-[0-9a-f]{17}");
        assertThat(seen.dnsEntries()).isEqualTo(endpoint.dnsEntries());
        assertThat(seen.dnsEntries())
                .extracting(DnsEntry::dnsName)
                .satisfiesExactly(
                        regional -> assertThat(regional)
                                .matches(endpoint.vpcEndpointId() + "-[a-z0-9]{8}\\." + service.serviceId()
                                        + "\\.us-east-1\\.vpce\\.amazonaws\\.com"),
                        zonal -> assertThat(zonal).contains("-us-east-1a." + service.serviceId()));
    }

    @Test
    void aRejectedConsumerMayBeAcceptedLater() {
        String id = subscriber.connect(service.serviceName()).vpcEndpointId();

        assertThat(provider.reject(service.serviceId(), id)).isEmpty();
        assertStates(id, "rejected");
        assertThat(provider.accept(service.serviceId(), id)).isEmpty();
        assertStates(id, "available");
        assertThat(provider.reject(service.serviceId(), id)).isEmpty();
        assertStates(id, "rejected");
    }

    @Test
    void withoutAcceptanceAConsumerIsConnectedAtOnce() {
        provider.modify(service.serviceId(), r -> r.acceptanceRequired(false));
        VpcEndpoint endpoint = subscriber.connect(service.serviceName());

        assertThat(endpoint.stateAsString()).isEqualTo("pending");
        assertStates(endpoint.vpcEndpointId(), "available");
    }

    @Test
    void theServiceIsHiddenWithoutPermission() {
        String message = "The Vpc Endpoint Service '" + service.serviceName() + "' does not exist";

        Expect.awsError("InvalidServiceName", message, () -> stranger.connect(service.serviceName()));
        Expect.awsError(
                "InvalidServiceName",
                message,
                () -> stranger.ec2.describeVpcEndpointServices(r -> r.serviceNames(service.serviceName())));
        assertThat(stranger.services(provider.account)).isEmpty();
        assertThat(subscriber.services(provider.account)).containsExactly(service.serviceName());
        assertThat(stranger.ec2.describeVpcEndpointConnections().vpcEndpointConnections())
                .isEmpty();
        Expect.awsError(
                "InvalidVpcEndpointServiceId.NotFound",
                "The VpcEndpointService Id '" + service.serviceId() + "' does not exist",
                () -> stranger.ec2.acceptVpcEndpointConnections(
                        r -> r.serviceId(service.serviceId()).vpcEndpointIds("vpce-00000000000000000")));
    }

    @Test
    void theOwnerSeesMoreOfItsService() {
        provider.ec2.createTags(
                r -> r.resources(service.serviceId()).tags(t -> t.key("k").value("v")));
        provider.ec2.modifyVpcEndpointServicePayerResponsibility(
                r -> r.serviceId(service.serviceId()).payerResponsibility("ServiceOwner"));
        ServiceDetail owners = detail(provider.ec2);
        ServiceDetail consumers = detail(subscriber.ec2);

        assertThat(owners.tags()).hasSize(1);
        assertThat(consumers.tags()).isEmpty();
        assertThat(consumers)
                .isEqualTo(owners.toBuilder().tags(consumers.tags()).build());
        assertThat(consumers.owner()).isEqualTo(provider.account);
        assertThat(consumers.serviceId()).isEqualTo(service.serviceId());
        assertThat(consumers.acceptanceRequired()).isTrue();
        assertThat(consumers.vpcEndpointPolicySupported()).isFalse();
        assertThat(consumers.managesVpcEndpoints()).isFalse();
        assertThat(consumers.payerResponsibilityAsString()).isEqualTo("ServiceOwner");
        assertThat(consumers.availabilityZones()).containsExactly("us-east-1a");
        assertThat(consumers.baseEndpointDnsNames())
                .containsExactly(service.serviceId() + ".us-east-1.vpce.amazonaws.com");
        assertThat(consumers.serviceType().get(0).serviceTypeAsString()).isEqualTo("Interface");
    }

    /** AWS PrivateLink Guide, "IP address types"; the text is our guess. */
    @Test
    void anEndpointHasNoAddressesThatItsServiceLacks() {
        String refusal =
                "The VPC endpoint service " + service.serviceName() + " does not support the IP address type: ";
        Expect.awsError(
                "InvalidParameter",
                refusal + "dualstack.",
                () -> subscriber.connect(service.serviceName(), r -> r.ipAddressType("dualstack")));
        String id = subscriber.connect(service.serviceName()).vpcEndpointId();
        Expect.awsError(
                "InvalidParameter",
                refusal + "ipv6.",
                () -> subscriber.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(id).ipAddressType("ipv6")));
    }

    @Test
    void anOwnerConnectsWithoutAPermission() {
        VpcEndpoint endpoint = provider.ec2
                .createVpcEndpoint(r -> r.vpcId(provider.ec2
                                .createVpc(v -> v.cidrBlock("10.2.0.0/16"))
                                .vpc()
                                .vpcId())
                        .vpcEndpointType("Interface")
                        .serviceName(service.serviceName()))
                .vpcEndpoint();
        assertThat(endpoint.stateAsString()).isEqualTo("pendingAcceptance");
    }

    @Test
    void aConnectionOutlivesItsPermission() {
        String accepted = subscriber.connect(service.serviceName()).vpcEndpointId();
        String waiting = subscriber.connect(service.serviceName()).vpcEndpointId();
        provider.accept(service.serviceId(), accepted);
        provider.forbid(service.serviceId(), subscriber.account);

        Expect.awsError("InvalidServiceName", () -> subscriber.connect(service.serviceName()));
        assertStates(accepted, "available");
        assertStates(waiting, "pendingAcceptance");
        subscriber.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(accepted).addSubnetIds(subscriber.subnet("us-east-1a")));
        assertStates(accepted, "available");
    }

    @Test
    void aServiceWithConnectionsCannotBeDeleted() {
        String one = subscriber.connect(service.serviceName()).vpcEndpointId();
        String two = subscriber.connect(service.serviceName()).vpcEndpointId();
        provider.accept(service.serviceId(), one);

        assertRefused();
        provider.reject(service.serviceId(), one);
        assertRefused();
        provider.reject(service.serviceId(), two);
        assertThat(provider.delete(service.serviceId())).isEmpty();
        assertThat(subscriber.state(one)).isEqualTo("rejected");
        Expect.awsError("InvalidServiceName", () -> subscriber.connect(service.serviceName()));
        assertThat(subscriber.delete(one, two)).isEmpty();
    }

    @Test
    void aSubnetMustBeInAZoneOfTheLoadBalancers() {
        String b = subscriber.subnet("us-east-1b");
        Expect.awsError(
                "InvalidParameter",
                "The VPC endpoint service " + service.serviceName()
                        + " does not support the availability zone of the subnet: " + b + ".",
                () -> subscriber.connect(service.serviceName(), r -> r.subnetIds(b)));

        provider.modify(service.serviceId(), r -> r.addNetworkLoadBalancerArns(provider.networkBalancer("bc")));
        assertThat(subscriber
                        .connect(service.serviceName(), r -> r.subnetIds(b))
                        .subnetIds())
                .containsExactly(b);
    }

    /**
     * The rejection of the policy is recorded from AWS's services. Our guess: customers' services return the same.
     */
    @Test
    void aServiceOfCustomersTakesFullAccessOnlyAndNoOtherType() {
        Expect.awsError(
                "InvalidParameter",
                "Endpoint type (Gateway) does not match available service types ([Interface]).",
                () -> subscriber.connect(service.serviceName(), r -> r.vpcEndpointType("Gateway")));
        String policy =
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"%s\",\"Resource\":\"*\"}]}";
        Expect.awsError(
                "InvalidParameter",
                "Service " + service.serviceName() + " only supports the full-access endpoint policy.",
                () -> subscriber.connect(service.serviceName(), r -> r.policyDocument(policy.formatted("s3:*"))));
        assertThat(subscriber
                        .connect(service.serviceName(), r -> r.policyDocument(policy.formatted("*")))
                        .policyDocument())
                .isEqualTo(policy.formatted("*"));
        Expect.awsError(
                "InvalidParameter", () -> subscriber.connect(service.serviceName(), r -> r.ipAddressType("ipv6")));
    }

    @Test
    void connectionsCanBeTagged() {
        String id = subscriber.connect(service.serviceName()).vpcEndpointId();
        String connection = provider.connections(service.serviceId()).get(0).vpcEndpointConnectionId();
        provider.ec2.createTags(
                r -> r.resources(connection).tags(t -> t.key("team").value("a")));

        assertThat(provider.connections(service.serviceId()).get(0).tags()).hasSize(1);
        assertThat(subscriber.describe(id).tags()).isEmpty();
        Expect.awsError(
                "InvalidVpcEndpointConnectionId.NotFound",
                () -> subscriber.ec2.createTags(
                        r -> r.resources(connection).tags(t -> t.key("k").value("v"))));
        subscriber.delete(id);
        assertThat(provider.ec2.describeTags().tags()).isEmpty();
    }

    private ServiceDetail detail(Ec2Client client) {
        return client.describeVpcEndpointServices(r -> r.serviceNames(service.serviceName()))
                .serviceDetails()
                .get(0);
    }

    private void assertStates(String endpointId, String state) {
        assertThat(subscriber.state(endpointId)).isEqualTo(state);
        assertThat(provider.connections(service.serviceId()))
                .filteredOn(connection -> connection.vpcEndpointId().equals(endpointId))
                .extracting(VpcEndpointConnection::vpcEndpointStateAsString)
                .containsExactly(state);
    }

    /** The code and the text are recorded from AWS. */
    private void assertRefused() {
        UnsuccessfulItem item = provider.delete(service.serviceId()).get(0);
        assertThat(item.resourceId()).isEqualTo(service.serviceId());
        assertThat(item.error().code()).isEqualTo("ExistingVpcEndpointConnections");
        assertThat(item.error().message()).isEqualTo("Service has existing active VPC Endpoint connections!");
    }
}

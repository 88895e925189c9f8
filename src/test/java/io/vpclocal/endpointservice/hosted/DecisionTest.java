package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

/** A provider decides on several connections in one call (EC2 API Reference; the codes are our guess). */
@EmulatorTest
class DecisionTest {

    private static final String UNKNOWN = "vpce-00000000000000000";

    @Autowired
    private Aws aws;

    private Provider provider;
    private Subscriber subscriber;
    private ServiceConfiguration service;

    @BeforeEach
    void aServiceWithAConsumer() {
        provider = new Provider(aws);
        subscriber = new Subscriber(aws);
        service = provider.host();
        provider.allow(service.serviceId(), subscriber.account);
    }

    @ParameterizedTest
    @CsvSource({
        "pendingAcceptance, accept, available, ''",
        "pendingAcceptance, reject, rejected, ''",
        "available, accept, available, InvalidState",
        "available, reject, rejected, ''",
        "rejected, accept, available, ''",
        "rejected, reject, rejected, InvalidState",
        "gone, accept, '', InvalidVpcEndpointId.NotFound",
        "gone, reject, '', InvalidVpcEndpointId.NotFound"
    })
    void aStateCanBeDecidedOn(String from, String decision, String to, String code) {
        String id = subscriber.connect(service.serviceName()).vpcEndpointId();
        switch (from) {
            case "available" -> provider.accept(service.serviceId(), id);
            case "rejected" -> provider.reject(service.serviceId(), id);
            case "gone" -> subscriber.delete(id);
            default -> assertThat(from).isEqualTo("pendingAcceptance");
        }
        List<UnsuccessfulItem> refused = decision.equals("accept")
                ? provider.accept(service.serviceId(), id)
                : provider.reject(service.serviceId(), id);

        assertThat(refused)
                .extracting(item -> item.error().code())
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        assertThat(provider.connections(service.serviceId()))
                .extracting(VpcEndpointConnection::vpcEndpointStateAsString)
                .isEqualTo(to.isEmpty() ? List.of() : List.of(to));
    }

    @Test
    void oneFailureDoesNotAffectTheOthers() {
        String good = subscriber.connect(service.serviceName()).vpcEndpointId();
        String done = subscriber.connect(service.serviceName()).vpcEndpointId();
        provider.accept(service.serviceId(), done);
        List<UnsuccessfulItem> refused = provider.accept(service.serviceId(), "vpce_1", done, UNKNOWN, good, good);

        assertThat(refused).extracting(UnsuccessfulItem::resourceId).containsExactly("vpce_1", done, UNKNOWN);
        assertThat(refused)
                .extracting(item -> item.error().code())
                .containsExactly("InvalidVpcEndpointId.Malformed", "InvalidState", "InvalidVpcEndpointId.NotFound");
        assertThat(refused.get(2).error().message()).isEqualTo("The Vpc Endpoint Id '" + UNKNOWN + "' does not exist");
        assertThat(subscriber.state(good)).isEqualTo("available");
    }

    @Test
    void anotherServicesEndpointIsNotFound() {
        ServiceConfiguration other = provider.host();
        String id = subscriber.connect(service.serviceName()).vpcEndpointId();

        assertThat(provider.accept(other.serviceId(), id))
                .extracting(item -> item.error().code())
                .containsExactly("InvalidVpcEndpointId.NotFound");
        assertThat(subscriber.state(id)).isEqualTo("pendingAcceptance");
        Expect.awsError("MissingParameter", () -> provider.accept(service.serviceId()));
        Expect.awsError("MissingParameter", () -> provider.accept("", id));
    }

    /** AWS returns this code when a load balancer of a service in use is deleted. */
    @Test
    void aLoadBalancerOfAServiceInUseCannotBeRemoved() {
        String other = provider.networkBalancer("b");
        provider.modify(service.serviceId(), r -> r.addNetworkLoadBalancerArns(other));
        String id = subscriber.connect(service.serviceName()).vpcEndpointId();

        Expect.awsError(
                "ExistingVpcEndpointConnections",
                "Service has existing active VPC Endpoint connections!",
                () -> provider.modify(service.serviceId(), r -> r.removeNetworkLoadBalancerArns(other)));
        provider.reject(service.serviceId(), id);
        provider.modify(service.serviceId(), r -> r.removeNetworkLoadBalancerArns(other));
        assertThat(provider.describe(service.serviceId()).availabilityZones()).containsExactly("us-east-1a");
    }

    @Test
    void connectionsAreFilteredAndPaged() {
        Subscriber second = new Subscriber(aws);
        provider.allow(service.serviceId(), second.account);
        ServiceConfiguration other = provider.host(r -> r.acceptanceRequired(false));
        provider.allow(other.serviceId(), second.account);
        String a = subscriber.connect(service.serviceName()).vpcEndpointId();
        String b = second.connect(service.serviceName()).vpcEndpointId();
        String c = second.connect(other.serviceName()).vpcEndpointId();

        assertThat(found("service-id", other.serviceId())).containsExactly(c);
        assertThat(found("vpc-endpoint-owner", second.account)).containsExactly(b, c);
        assertThat(found("vpc-endpoint-state", "available")).containsExactly(c);
        assertThat(found("vpc-endpoint-id", a)).containsExactly(a);
        assertThat(found("vpc-endpoint-region", "us-east-1")).containsExactly(a, b, c);
        assertThat(found("ip-address-type", "ipv6")).isEmpty();
        DescribeVpcEndpointConnectionsResponse page = provider.ec2.describeVpcEndpointConnections(r -> r.maxResults(2));
        assertThat(ids(page)).containsExactly(a, b);
        assertThat(ids(provider.ec2.describeVpcEndpointConnections(
                        r -> r.maxResults(2).nextToken(page.nextToken()))))
                .containsExactly(c);
    }

    private List<String> found(String filter, String value) {
        return ids(provider.ec2.describeVpcEndpointConnections(
                r -> r.filters(Filter.builder().name(filter).values(value).build())));
    }

    private static List<String> ids(DescribeVpcEndpointConnectionsResponse page) {
        return page.vpcEndpointConnections().stream()
                .map(VpcEndpointConnection::vpcEndpointId)
                .toList();
    }
}

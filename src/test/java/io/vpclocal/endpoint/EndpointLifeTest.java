package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.S3;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.clock.EmulatorClock;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.Expect;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Endpoints with provisioning and deletion times. States: AWS PrivateLink Guide; durations: our properties. */
@SlowEmulatorTest
class EndpointLifeTest {

    @Autowired
    private Aws aws;

    @Autowired
    private EmulatorClock clock;

    @Autowired
    private EndpointViews views;

    private final String account = Aws.newAccount();
    private Network network;

    @BeforeEach
    void freeze() {
        clock.freeze();
        network = new Network(aws.ec2(account));
    }

    @AfterEach
    void thaw() {
        clock.real();
    }

    @Test
    void anInterfaceIsPendingUntilItIsProvisioned() {
        String id = network.interfaceTo(KMS, network.subnet("us-east-1a")).vpcEndpointId();

        clock.advance(Duration.ofSeconds(59));
        assertThat(state(id)).isEqualTo("pending");
        clock.advance(Duration.ofSeconds(1));
        assertThat(state(id)).isEqualTo("available");
    }

    @Test
    void aGatewayIsAvailableAtOnce() {
        String id = network.gateway(S3).vpcEndpointId();
        assertThat(state(id)).isEqualTo("available");
        network.modify(id, r -> r.resetPolicy(true));
        assertThat(state(id)).isEqualTo("available");
    }

    @Test
    void aChangedInterfaceIsProvisionedAgain() {
        String id = network.interfaceTo(KMS).vpcEndpointId();
        clock.advance(Duration.ofSeconds(60));
        assertThat(state(id)).isEqualTo("available");

        network.modify(id, r -> r.addSubnetIds(network.subnet("us-east-1a")));
        assertThat(state(id)).isEqualTo("pending");
        clock.advance(Duration.ofSeconds(60));
        assertThat(state(id)).isEqualTo("available");
    }

    /** The error is reported by users of AWS; that it applies to changes and not to the creation is our guess. */
    @Test
    void oneChangeAtATime() {
        String a = network.subnet("us-east-1a");
        String id = network.interfaceTo(KMS).vpcEndpointId();
        network.modify(id, r -> r.addSubnetIds(a));

        String refusal = "VpcEndpoint modify operation in progress";
        String b = network.subnet("us-east-1b");
        Expect.awsError("OperationInProgress", refusal, () -> network.modify(id, r -> r.addSubnetIds(b)));
        clock.advance(Duration.ofSeconds(59));
        Expect.awsError("OperationInProgress", refusal, () -> network.modify(id, r -> r.removeSubnetIds(a)));
        Expect.awsError("OperationInProgress", refusal, () -> network.modify(id, r -> r.resetPolicy(true)));
        assertThat(network.describe(id).subnetIds()).containsExactly(a);
        clock.advance(Duration.ofSeconds(1));
        network.modify(id, r -> r.addSubnetIds(b));
        assertThat(network.describe(id).subnetIds()).containsExactlyInAnyOrder(a, b);
        assertThat(network.delete(id)).isEmpty();
        assertThat(state(id)).isEqualTo("deleting");
    }

    /** Gateways are routes, which are changed at once. */
    @Test
    void aGatewayCanBeChangedAtAnyTime() {
        String id = network.gateway(S3).vpcEndpointId();
        network.modify(id, r -> r.addRouteTableIds(network.routeTable()));
        network.modify(id, r -> r.addRouteTableIds(network.routeTable()));
        assertThat(network.describe(id).routeTableIds()).hasSize(2);
    }

    @Test
    void statesCanBeFilteredBy() {
        String old = network.interfaceTo(KMS).vpcEndpointId();
        clock.advance(Duration.ofSeconds(60));
        String young = network.interfaceTo(KMS).vpcEndpointId();

        assertThat(withState("available")).containsExactly(old);
        assertThat(withState("pending")).containsExactly(young);
        assertThat(withState("p*", "available")).containsExactly(old, young);
    }

    @Test
    void aDeletedInterfaceStaysForAWhile() {
        String subnet = network.subnet("us-east-1a");
        VpcEndpoint endpoint = network.create(r -> r.vpcEndpointType("Interface")
                .serviceName(KMS)
                .privateDnsEnabled(true)
                .subnetIds(subnet));
        String id = endpoint.vpcEndpointId();

        assertThat(network.delete(id)).isEmpty();
        assertThat(state(id)).isEqualTo("deleting");
        assertThat(network.delete(id)).isEmpty();
        assertThat(network.interfacesIn(subnet)).hasSize(1);
        Expect.awsError("DependencyViolation", () -> network.ec2.deleteSubnet(r -> r.subnetId(subnet)));
        Expect.awsError("InvalidState", () -> network.modify(id, r -> r.resetPolicy(true)));
        Expect.awsError(
                "InvalidParameter",
                () -> network.create(
                        r -> r.vpcEndpointType("Interface").serviceName(KMS).privateDnsEnabled(true)));

        clock.advance(Duration.ofSeconds(30));
        assertThat(views.find(new Scope(account, "us-east-1"), id)).isEmpty();
        network.ec2.deleteSubnet(r -> r.subnetId(subnet));
        Expect.awsError("InvalidVpcEndpointId.NotFound", () -> network.describe(id));
        assertThat(network.delete(id)).hasSize(1);
        network.ec2.deleteVpc(r -> r.vpcId(network.vpc));
    }

    @Test
    void aDeletedGatewayLosesItsRoutesAtOnce() {
        String table = network.routeTable();
        String id = network.gateway(S3, table).vpcEndpointId();

        network.delete(id);
        assertThat(network.prefixListRoutes(table)).isEmpty();
        assertThat(state(id)).isEqualTo("deleting");
        network.gateway(S3, table);
        clock.advance(Duration.ofSeconds(30));
        Expect.awsError("InvalidVpcEndpointId.NotFound", () -> network.describe(id));
    }

    /** Our guess: the token of a deleted endpoint can be reused. */
    @Test
    void aTokenCanBeReusedAfterDeletion() {
        String first = network.create(r -> r.serviceName(S3).clientToken("t")).vpcEndpointId();
        network.delete(first);
        assertThat(network.create(r -> r.serviceName(S3).clientToken("t")).vpcEndpointId())
                .isEqualTo(first);
        clock.advance(Duration.ofSeconds(30));
        assertThat(network.create(r -> r.serviceName(S3).clientToken("t")).vpcEndpointId())
                .isNotEqualTo(first);
    }

    private String state(String id) {
        return network.describe(id).stateAsString();
    }

    private List<String> withState(String... states) {
        return network
                .ec2
                .describeVpcEndpoints(r ->
                        r.filters(Network.filter("vpc-endpoint-state", states), Network.filter("vpc-id", network.vpc)))
                .vpcEndpoints()
                .stream()
                .map(VpcEndpoint::vpcEndpointId)
                .toList();
    }
}

package io.vpclocal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.endpointservice.EndpointConnections;
import io.vpclocal.endpointservice.EndpointConnections.Connection;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The owner's side of a connection (AWS PrivateLink Guide: "Accept or reject connection requests"); codes are our guess. */
@EmulatorTest
class ServiceConnectionsTest {

    @Autowired
    private Aws aws;

    @Autowired
    private EndpointConnections connections;

    @Autowired
    private VpcEndpoints endpoints;

    @Autowired
    private VpcService vpcs;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @Autowired
    private PlatformTransactionManager transactions;

    private final String account = Aws.newAccount();
    private String serviceId;
    private Network network;
    private TransactionTemplate transaction;

    @BeforeEach
    void aServiceThatAsksToBeAsked() {
        network = new Network(aws.ec2(account));
        serviceId = ids.next("vpce-svc");
        transaction = new TransactionTemplate(transactions);
    }

    @Test
    void bothSidesSeeTheSameState() {
        String id = connect();
        assertStates(id, "pendingAcceptance");

        transaction.executeWithoutResult(status -> connections.accept(serviceId, id));
        assertStates(id, "available");
        assertRefused(id, true, "InvalidState");

        transaction.executeWithoutResult(status -> connections.reject(serviceId, id));
        assertStates(id, "rejected");
        assertThat(connections.anyLive(serviceId)).isFalse();
        assertRefused(id, false, "InvalidState");
    }

    @Test
    void aServiceSeesItsOwnConnectionsOnly() {
        String id = connect();
        Connection connection = connections.find(serviceId, id).orElseThrow();

        assertThat(connections.of(serviceId)).containsExactly(connection);
        assertThat(connections.anyLive(serviceId)).isTrue();
        assertThat(connection.consumer()).isEqualTo(new Scope(account, "us-east-1"));
        assertThat(connections.of("vpce-svc-00000000000000000")).isEmpty();
        assertThat(connections.find("vpce-svc-00000000000000000", id)).isEmpty();
        serviceId = "vpce-svc-00000000000000000";
        assertRefused(id, true, "InvalidVpcEndpointId.NotFound");
    }

    @Test
    void aDeletedEndpointIsNoConnection() {
        String id = connect();
        assertThat(network.delete(id)).isEmpty();
        assertThat(connections.of(serviceId)).isEmpty();
    }

    private void assertStates(String id, String state) {
        assertThat(network.describe(id).stateAsString()).isEqualTo(state);
        assertThat(connections.find(serviceId, id).orElseThrow().state()).isEqualTo(state);
    }

    private void assertRefused(String id, boolean accept, String code) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    if (accept) {
                        connections.accept(serviceId, id);
                    } else {
                        connections.reject(serviceId, id);
                    }
                }))
                .isInstanceOfSatisfying(
                        AwsException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    /** An endpoint of a service that no catalogue has, stored as a create stores it. */
    private String connect() {
        EndpointService service = new EndpointService(
                "com.amazonaws.vpce.us-east-1." + serviceId,
                serviceId,
                EndpointService.INTERFACE,
                "us-east-1",
                "123456789012",
                List.of(),
                new EndpointService.Dns(List.of(serviceId + ".us-east-1.vpce.amazonaws.com"), List.of(), null, false),
                List.of("ipv4"),
                false,
                true,
                false,
                null,
                null);
        return transaction.execute(status -> {
            VpcEntity vpc = vpcs.lock(new Scope(account, "us-east-1"), network.vpc);
            VpcEndpointEntity endpoint =
                    new VpcEndpointEntity(vpc, ids.next("vpce"), clock.instant(), service, ids.lower(8));
            endpoints.save(endpoint);
            return endpoint.id();
        });
    }
}

package io.vpclocal.endpoint;

import static io.vpclocal.endpoint.Network.KMS;
import static io.vpclocal.endpoint.Network.LOGS;
import static io.vpclocal.endpoint.Network.S3;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Concurrent calls have the same results as sequential ones (AWS documentation, idempotency; our rules). */
@EmulatorTest
class EndpointConcurrencyTest extends EndpointTestBase {

    @Test
    void sixtyFourCallsWithOneTokenMakeOneEndpoint() throws Exception {
        String subnet = network.subnet("us-east-1a");
        List<Outcome> outcomes = together(64, n -> network.create(r -> r.vpcEndpointType("Interface")
                        .serviceName(KMS)
                        .clientToken("one")
                        .subnetIds(subnet))
                .vpcEndpointId());

        assertThat(outcomes).allMatch(outcome -> outcome.error().isEmpty());
        assertThat(outcomes.stream().map(Outcome::result).distinct()).hasSize(1);
        assertThat(network.ec2.describeVpcEndpoints().vpcEndpoints()).hasSize(1);
        assertThat(network.interfacesIn(subnet)).hasSize(1);
    }

    /** The code and the text are recorded from AWS. */
    @Test
    void aTokenCannotBeReusedWithOtherParameters() {
        String first = network.create(r -> r.serviceName(S3).clientToken("t")).vpcEndpointId();

        assertThat(network.create(r -> r.serviceName(S3).clientToken("t")).vpcEndpointId())
                .isEqualTo(first);
        assertThat(network.create(r -> r.serviceName(S3).clientToken("T")).vpcEndpointId())
                .isNotEqualTo(first);
        Expect.awsError(
                "IdempotentParameterMismatch",
                "Arguments on this idempotent request are inconsistent with arguments used in previous request(s).",
                () -> network.create(r -> r.serviceName(Network.DYNAMODB).clientToken("t")));
    }

    @Test
    void onlyOneOfManyGetsThePrivateName() throws Exception {
        List<Outcome> outcomes = together(12, n -> network.create(
                        r -> r.vpcEndpointType("Interface").serviceName(LOGS).privateDnsEnabled(true))
                .vpcEndpointId());

        assertThat(outcomes).filteredOn(o -> o.error().isEmpty()).hasSize(1);
        assertThat(outcomes)
                .filteredOn(o -> o.error().equals("InvalidParameter"))
                .hasSize(11);
        assertThat(network.ec2.describeVpcEndpoints().vpcEndpoints()).hasSize(1);
    }

    @Test
    void onlyOneOfManySubnetsOfAZoneIsAdded() throws Exception {
        String id = network.interfaceTo(KMS).vpcEndpointId();
        List<String> subnets = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            subnets.add(network.subnet("us-east-1a"));
        }
        List<Outcome> outcomes = together(8, n -> {
            network.modify(id, r -> r.addSubnetIds(subnets.get(n)));
            return "";
        });

        assertThat(outcomes).filteredOn(o -> o.error().isEmpty()).hasSize(1);
        assertThat(outcomes)
                .filteredOn(o -> o.error().equals("DuplicateSubnetsInSameZone"))
                .hasSize(7);
        assertThat(network.describe(id).networkInterfaceIds()).hasSize(1);
    }

    @Test
    void interfacesOfManyEndpointsHaveDifferentAddresses() throws Exception {
        String subnet = network.subnet("us-east-1a");
        together(24, n -> network.interfaceTo(KMS, subnet).vpcEndpointId());

        assertThat(network.interfacesIn(subnet))
                .hasSize(24)
                .extracting(NetworkInterface::privateIpAddress)
                .doesNotHaveDuplicates();
    }

    @Test
    void onlyOneOfManyGatewaysGetsTheRoute() throws Exception {
        String table = network.routeTable();
        List<Outcome> outcomes = together(8, n -> network.gateway(S3, table).vpcEndpointId());

        assertThat(outcomes).filteredOn(o -> o.error().isEmpty()).hasSize(1);
        assertThat(outcomes)
                .filteredOn(o -> o.error().equals("RouteAlreadyExists"))
                .hasSize(7);
        assertThat(network.ec2.describeVpcEndpoints().vpcEndpoints()).hasSize(1);
    }

    @Test
    void anEndpointIsDeletedOnce() throws Exception {
        String subnet = network.subnet("us-east-1a");
        String one = network.interfaceTo(KMS, subnet).vpcEndpointId();
        String two = network.interfaceTo(LOGS, subnet).vpcEndpointId();
        List<Outcome> outcomes =
                together(8, n -> "" + (n % 2 == 0 ? network.delete(one, two) : network.delete(two, one)).size());

        assertThat(outcomes).extracting(Outcome::error).containsOnly("");
        assertThat(outcomes).filteredOn(o -> o.result().equals("0")).hasSize(1);
        assertThat(network.interfacesIn(subnet)).isEmpty();
    }

    /** @param error the code, or empty */
    private record Outcome(String result, String error) {}

    private interface Step {
        String run(int n);
    }

    private static List<Outcome> together(int calls, Step step) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(calls);
        try {
            List<Callable<Outcome>> tasks = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                int n = i;
                tasks.add(() -> outcome(step, n));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : threads.invokeAll(tasks)) {
                outcomes.add(future.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Outcome outcome(Step step, int n) {
        try {
            return new Outcome(step.run(n), "");
        } catch (Ec2Exception e) {
            return new Outcome("", e.awsErrorDetails().errorCode());
        }
    }
}

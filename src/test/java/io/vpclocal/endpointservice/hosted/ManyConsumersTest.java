package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

/** Concurrent calls have the same results as sequential ones (our rule). */
@EmulatorTest
class ManyConsumersTest {

    private static final int ACCOUNTS = 10;
    private static final int ENDPOINTS = 20;

    @Autowired
    private Aws aws;

    private Provider provider;
    private ServiceConfiguration service;

    @BeforeEach
    void newService() {
        provider = new Provider(aws);
        service = provider.host();
    }

    @Test
    void twoHundredConnectionsAreDecidedOnOnce() throws Exception {
        List<Subscriber> subscribers = subscribers();
        Set<String> decided = ConcurrentHashMap.newKeySet();
        AtomicInteger decisions = new AtomicInteger();
        AtomicInteger connecting = new AtomicInteger(ACCOUNTS);
        List<Callable<Object>> tasks = new ArrayList<>();
        for (Subscriber subscriber : subscribers) {
            tasks.add(() -> {
                for (int i = 0; i < ENDPOINTS; i++) {
                    subscriber.connect(service.serviceName());
                }
                return connecting.decrementAndGet();
            });
        }
        for (int client = 0; client < 2; client++) {
            tasks.add(() -> {
                boolean last;
                do {
                    last = connecting.get() == 0;
                    decisions.addAndGet(acceptAllThatWait(decided));
                } while (!last);
                return decided;
            });
        }
        run(tasks);

        assertThat(decisions).hasValue(ACCOUNTS * ENDPOINTS);
        assertThat(decided).hasSize(ACCOUNTS * ENDPOINTS);
        assertThat(provider.connections(service.serviceId()))
                .hasSize(ACCOUNTS * ENDPOINTS)
                .extracting(VpcEndpointConnection::vpcEndpointStateAsString)
                .containsOnly("available");
        for (Subscriber subscriber : subscribers) {
            assertThat(subscriber.ec2.describeVpcEndpoints().vpcEndpoints())
                    .hasSize(ENDPOINTS)
                    .allMatch(endpoint -> endpoint.stateAsString().equals("available"));
        }
    }

    /** A connection needs an existing service: either the connection or the deletion fails. */
    @Test
    void aServiceIsNotDeletedDuringNewConnections() throws Exception {
        List<Subscriber> subscribers = subscribers();
        List<Callable<Object>> tasks = new ArrayList<>();
        Set<String> endpoints = ConcurrentHashMap.newKeySet();
        for (Subscriber subscriber : subscribers) {
            tasks.add(() -> {
                try {
                    return endpoints.add(
                            subscriber.connect(service.serviceName()).vpcEndpointId());
                } catch (Ec2Exception e) {
                    assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidServiceName");
                    return false;
                }
            });
        }
        tasks.add(ACCOUNTS / 2, () -> provider.delete(service.serviceId()));
        List<Object> results = run(tasks);

        boolean deleted = ((List<?>) results.get(ACCOUNTS / 2)).isEmpty();
        assertThat(endpoints.isEmpty()).isEqualTo(deleted);
        assertThat(provider.ec2.describeVpcEndpointServiceConfigurations().serviceConfigurations())
                .hasSize(deleted ? 0 : 1);
    }

    /** Accepts in batches of ten. @return how many this call accepted */
    private int acceptAllThatWait(Set<String> decided) {
        List<String> waiting = provider
                .ec2
                .describeVpcEndpointConnections(
                        r -> r.filters(f -> f.name("vpc-endpoint-state").values("pendingAcceptance")))
                .vpcEndpointConnections()
                .stream()
                .map(VpcEndpointConnection::vpcEndpointId)
                .toList();
        int accepted = 0;
        for (int from = 0; from < waiting.size(); from += 10) {
            List<String> batch = new ArrayList<>(waiting.subList(from, Math.min(waiting.size(), from + 10)));
            List<UnsuccessfulItem> refused = provider.accept(service.serviceId(), batch.toArray(String[]::new));
            assertThat(refused).allMatch(item -> item.error().code().equals("InvalidState"));
            refused.forEach(item -> batch.remove(item.resourceId()));
            decided.addAll(batch);
            accepted += batch.size();
        }
        return accepted;
    }

    private List<Subscriber> subscribers() {
        List<Subscriber> subscribers = new ArrayList<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            Subscriber subscriber = new Subscriber(aws);
            provider.allow(service.serviceId(), subscriber.account);
            subscribers.add(subscriber);
        }
        return subscribers;
    }

    private static List<Object> run(List<Callable<Object>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
        try {
            List<Object> results = new ArrayList<>();
            for (Future<Object> future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}

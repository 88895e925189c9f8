package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import software.amazon.awssdk.services.ec2.model.VpcEndpointConnection;

/** Provider and consumer see what a simple model predicts, for random sequences of actions. */
@EmulatorTest
class ConnectionModelTest {

    private static final int ENDPOINTS = 3;
    private static final int KINDS_OF_STEPS = 10;

    @Autowired
    private Aws aws;

    @Test
    void randomSequencesMatchTheModel() {
        Provider provider = new Provider(aws);
        Subscriber subscriber = new Subscriber(aws);
        String balancer = provider.networkBalancer("a");

        qt().withExamples(25)
                .withShrinkCycles(20)
                .forAll(lists().of(integers().between(0, KINDS_OF_STEPS * ENDPOINTS - 1))
                        .ofSizeBetween(1, 18))
                .checkAssert(steps -> {
                    ServiceConfiguration service = provider.create(r -> r.networkLoadBalancerArns(balancer));
                    provider.allow(service.serviceId(), subscriber.account);
                    Run run = new Run(provider, subscriber, service);
                    steps.forEach(run::step);
                    run.compare();
                });
    }

    /** Runs one sequence on the emulator and the model. */
    private static final class Run {

        private final ConnectionModel model = new ConnectionModel();
        private final Provider provider;
        private final Subscriber subscriber;
        private final ServiceConfiguration service;
        private final List<String> ids = new ArrayList<>();

        Run(Provider provider, Subscriber subscriber, ServiceConfiguration service) {
            this.provider = provider;
            this.subscriber = subscriber;
            this.service = service;
        }

        /** Three in ten steps connect. The others use one of the newest endpoints, which may be deleted. */
        void step(int step) {
            int endpoint = ids.size() - 1 - step % ENDPOINTS;
            String id = endpoint < 0 ? "vpce-00000000000000000" : ids.get(endpoint);
            boolean on = step % 2 == 0;
            switch (step / ENDPOINTS) {
                case 0, 1, 2 -> expect(model.connect(ids.size()), this::connect);
                case 3, 4 -> expect(model.accept(endpoint), () -> item(provider.accept(service.serviceId(), id)));
                case 5 -> expect(model.reject(endpoint), () -> item(provider.reject(service.serviceId(), id)));
                case 6 -> expect(model.delete(endpoint), () -> item(subscriber.delete(id)));
                case 7 -> expect(model.allow(on), () -> allow(on));
                case 8 -> expect(model.askForAcceptance(on), () -> askForAcceptance(on));
                default -> expect(model.deleteService(), () -> item(provider.delete(service.serviceId())));
            }
            compare();
        }

        void compare() {
            assertThat(provider.connections(service.serviceId()))
                    .extracting(VpcEndpointConnection::vpcEndpointStateAsString)
                    .isEqualTo(model.providersView());
            assertThat(subscriber
                            .ec2
                            .describeVpcEndpoints(r -> r.filters(Filter.builder()
                                    .name("service-name")
                                    .values(service.serviceName())
                                    .build()))
                            .vpcEndpoints())
                    .extracting(VpcEndpoint::stateAsString)
                    .isEqualTo(model.consumersView());
        }

        private interface Call {
            String make();
        }

        private static void expect(String code, Call call) {
            String answered;
            try {
                answered = call.make();
            } catch (Ec2Exception e) {
                answered = e.awsErrorDetails().errorCode();
            }
            assertThat(answered).isEqualTo(code);
        }

        private String connect() {
            ids.add(subscriber.connect(service.serviceName()).vpcEndpointId());
            return ConnectionModel.FINE;
        }

        private String allow(boolean consumer) {
            if (consumer) {
                provider.allow(service.serviceId(), subscriber.account);
            } else {
                provider.forbid(service.serviceId(), subscriber.account);
            }
            return ConnectionModel.FINE;
        }

        private String askForAcceptance(boolean required) {
            provider.modify(service.serviceId(), r -> r.acceptanceRequired(required));
            return ConnectionModel.FINE;
        }

        private static String item(List<UnsuccessfulItem> unsuccessful) {
            return unsuccessful.isEmpty()
                    ? ConnectionModel.FINE
                    : unsuccessful.get(0).error().code();
        }
    }
}

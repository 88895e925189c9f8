package io.vpclocal.traffic;

import io.vpclocal.charges.Metering;
import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.StateLock;
import io.vpclocal.traffic.engine.Evaluator;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.UnresolvableFlowException;
import io.vpclocal.traffic.snapshot.ConnectedNetworks;
import io.vpclocal.traffic.snapshot.HostedConnections;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import io.vpclocal.traffic.snapshot.NetworkSnapshots;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends flows through the network, and the observations of interfaces to the flow logs. */
@Service
class TrafficService {

    private final NetworkSnapshots networks;
    private final HostedConnections connections;
    private final FlowReader reader;
    private final FlowLogCapture capture;
    private final Metering metering;
    private final StateLock lock;
    private final Clock clock;
    private final TransactionTemplate transactions;

    TrafficService(
            NetworkSnapshots networks,
            HostedConnections connections,
            FlowReader reader,
            FlowLogCapture capture,
            Metering metering,
            StateLock lock,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.networks = networks;
        this.connections = connections;
        this.reader = reader;
        this.capture = capture;
        this.metering = metering;
        this.lock = lock;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /**
     * Sends all flows, or none.
     *
     * @throws AwsException with the index of the first impossible flow
     */
    List<FlowAnswer> send(Scope scope, List<FlowRequest> requests) {
        return answer(scope, requests, false);
    }

    /** Returns the same answers without data for flow logs and meters. */
    List<FlowAnswer> judge(Scope scope, List<FlowRequest> requests) {
        return answer(scope, requests, true);
    }

    private List<FlowAnswer> answer(Scope scope, List<FlowRequest> requests, boolean dryRun) {
        return lock.shared(() -> {
            KnownNetwork network = networks.current(scope);
            ConnectedNetworks connected = connections.from(network);
            Instant now = clock.instant();
            List<FlowAnswer> answers = new ArrayList<>(requests.size());
            Transmission transmission = new Transmission(connected);
            for (FlowRequest request : requests) {
                FlowVerdict verdict = judge(answers.size(), request, network, connected, now);
                List<String> nearest = NearestToWorking.of(verdict, network, connected);
                answers.add(FlowAnswer.of(verdict, transmission.add(verdict), nearest));
            }
            if (!dryRun) {
                transactions.executeWithoutResult(status -> transmission.complete(capture, metering));
            }
            return answers;
        });
    }

    private FlowVerdict judge(
            int index, FlowRequest request, KnownNetwork network, ConnectedNetworks connected, Instant now) {
        try {
            Flow flow = reader.read(request, network, now);
            return Evaluator.evaluate(network.snapshot(), flow, connected);
        } catch (UnresolvableFlowException e) {
            throw TrafficErrors.at(index, TrafficErrors.unresolvable(String.valueOf(e.getMessage())));
        } catch (AwsException e) {
            throw TrafficErrors.at(index, e);
        }
    }
}

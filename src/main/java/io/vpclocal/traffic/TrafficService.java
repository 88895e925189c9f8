package io.vpclocal.traffic;

import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CallGate;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.Evaluator;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.UnresolvableFlowException;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import io.vpclocal.traffic.snapshot.NetworkSnapshots;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Sends flows through the network, and what interfaces see of them to the flow logs. */
@Service
class TrafficService {

    private final NetworkSnapshots networks;
    private final FlowReader reader;
    private final FlowLogCapture capture;
    private final CallGate gate;
    private final Clock clock;

    TrafficService(NetworkSnapshots networks, FlowReader reader, FlowLogCapture capture, CallGate gate, Clock clock) {
        this.networks = networks;
        this.reader = reader;
        this.capture = capture;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * Sends all flows, or none.
     *
     * @throws AwsException with the index of the first flow that is not possible
     */
    List<FlowAnswer> send(Scope scope, List<FlowWish> wishes) {
        return gate.beside(() -> {
            KnownNetwork network = networks.current(scope);
            Instant now = clock.instant();
            List<FlowAnswer> answers = new ArrayList<>(wishes.size());
            List<ObservedTraffic> all = new ArrayList<>();
            for (FlowWish wish : wishes) {
                FlowVerdict verdict = judge(answers.size(), wish, network, now);
                List<ObservedTraffic> seen = seen(network, verdict);
                all.addAll(seen);
                answers.add(FlowAnswer.of(verdict, seen));
            }
            capture.capture(scope, all);
            return answers;
        });
    }

    private FlowVerdict judge(int index, FlowWish wish, KnownNetwork network, Instant now) {
        try {
            Flow flow = reader.read(wish, network, now);
            return Evaluator.evaluate(network.snapshot(), flow);
        } catch (UnresolvableFlowException e) {
            throw TrafficErrors.at(index, TrafficErrors.unresolvable(String.valueOf(e.getMessage())));
        } catch (AwsException e) {
            throw TrafficErrors.at(index, e);
        }
    }

    private static List<ObservedTraffic> seen(KnownNetwork network, FlowVerdict verdict) {
        return verdict.observations().stream()
                .map(observation -> Observations.of(network, verdict, observation))
                .filter(seen -> seen.packets() > 0)
                .toList();
    }
}

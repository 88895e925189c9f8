package io.vpclocal.traffic;

import io.vpclocal.charges.Metering;
import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.Evaluator;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.Flow.Volume;
import io.vpclocal.traffic.engine.UnresolvableFlowException;
import io.vpclocal.traffic.generator.BackgroundSender;
import io.vpclocal.traffic.generator.GeneratedFlow;
import io.vpclocal.traffic.snapshot.ConnectedNetworks;
import io.vpclocal.traffic.snapshot.HostedConnections;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import io.vpclocal.traffic.snapshot.NetworkSnapshots;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Sends the flows of generators in the same way as all others. */
@Component
class BackgroundTraffic implements BackgroundSender {

    private static final Volume RESET = Volume.of(1, 40);

    private final NetworkSnapshots networks;
    private final HostedConnections connections;
    private final FlowEndpoints sides;
    private final FlowLogCapture capture;
    private final Metering metering;

    BackgroundTraffic(
            NetworkSnapshots networks,
            HostedConnections connections,
            FlowEndpoints sides,
            FlowLogCapture capture,
            Metering metering) {
        this.networks = networks;
        this.connections = connections;
        this.sides = sides;
        this.capture = capture;
        this.metering = metering;
    }

    @Override
    public Outcome send(Scope scope, List<GeneratedFlow> flows) {
        KnownNetwork network = networks.current(scope);
        ConnectedNetworks connected = connections.from(network);
        Transmission transmission = new Transmission(connected);
        int sent = 0;
        String problem = null;
        for (GeneratedFlow flow : flows) {
            try {
                transmission.add(Evaluator.evaluate(network.snapshot(), flow(flow, network), connected));
                sent++;
            } catch (AwsException e) {
                problem = e.text();
            } catch (UnresolvableFlowException e) {
                problem = String.valueOf(e.getMessage());
            }
        }
        transmission.complete(capture, metering);
        return new Outcome(sent, problem);
    }

    /**
     * Checks that the sides exist now. Host names are looked up by the first source.
     *
     * @throws AwsException if they do not exist
     */
    void require(Scope scope, List<String> sources, List<String> destinations) {
        KnownNetwork network = networks.current(scope);
        sources.forEach(side -> sides.source(text(side), network));
        JsonNode first = text(sources.get(0));
        destinations.forEach(side -> sides.both(first, text(side), network));
    }

    private Flow flow(GeneratedFlow flow, KnownNetwork network) {
        Volume volume = Volume.of(flow.packets(), flow.bytes());
        FlowEndpoints.Sides both = sides.both(text(flow.source()), text(flow.destination()), network);
        return Flow.tcp(both.source(), both.destination(), flow.sourcePort(), flow.destinationPort())
                .withVolumes(volume, flow.scan() ? RESET : volume)
                .withOutcome(flow.scan() ? Flow.Outcome.REFUSED : Flow.Outcome.ESTABLISHED)
                .during(flow.start(), flow.duration());
    }

    private static JsonNode text(String side) {
        return JsonNodeFactory.instance.stringNode(side);
    }
}

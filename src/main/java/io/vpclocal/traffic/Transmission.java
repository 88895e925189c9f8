package io.vpclocal.traffic;

import io.vpclocal.charges.Metering;
import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Network.VpcEndpoint;
import io.vpclocal.traffic.engine.Observation;
import io.vpclocal.traffic.snapshot.ConnectedNetworks;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sends flows through a network and those connected to it, and collects the observations of interfaces and the traffic
 * through interface endpoints.
 */
final class Transmission {

    /** Always in the same order, so that two transmissions do not deadlock. */
    private static final Comparator<Scope> ORDER =
            Comparator.comparing(Scope::account).thenComparing(Scope::region);

    private final ConnectedNetworks networks;
    private final Map<Scope, List<ObservedTraffic>> seen = new TreeMap<>(ORDER);
    private final Map<Scope, Map<String, Long>> endpointBytes = new TreeMap<>(ORDER);

    Transmission(ConnectedNetworks networks) {
        this.networks = networks;
    }

    /** Sends one flow and returns the observations of interfaces. */
    List<ObservedTraffic> add(FlowVerdict verdict) {
        List<ObservedTraffic> its = new ArrayList<>();
        for (Observation observation : verdict.observations()) {
            KnownNetwork network = networks.of(observation.networkInterface());
            ObservedTraffic observed = Observations.of(network, verdict, observation);
            if (observed.packets() > 0) {
                its.add(observed);
                seen.computeIfAbsent(network.scope(), scope -> new ArrayList<>())
                        .add(observed);
                meter(network, observation, observed.bytes());
            }
        }
        return its;
    }

    /** Stores everything in the caller's transaction. */
    void complete(FlowLogCapture capture, Metering metering) {
        seen.forEach(capture::capture);
        endpointBytes.forEach(metering::throughEndpoints);
    }

    private void meter(KnownNetwork network, Observation observation, long bytes) {
        VpcEndpoint endpoint =
                network.snapshot().endpointOf(observation.networkInterface().id());
        if (endpoint != null && observation.accepted()) {
            endpointBytes
                    .computeIfAbsent(network.scope(), scope -> new TreeMap<>())
                    .merge(endpoint.id(), bytes, Long::sum);
        }
    }
}

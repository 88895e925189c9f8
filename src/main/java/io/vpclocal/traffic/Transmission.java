package io.vpclocal.traffic;

import io.vpclocal.charges.Metering;
import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.flowlog.record.ObservedTraffic;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Network.VpcEndpoint;
import io.vpclocal.traffic.engine.Observation;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Flows of one network on their way: what interfaces saw of them, and what went through interface endpoints. */
final class Transmission {

    private final KnownNetwork network;
    private final List<ObservedTraffic> seen = new ArrayList<>();
    private final Map<String, Long> endpointBytes = new TreeMap<>();

    Transmission(KnownNetwork network) {
        this.network = network;
    }

    /** Takes a flow along; answers what interfaces saw of it. */
    List<ObservedTraffic> add(FlowVerdict verdict) {
        List<ObservedTraffic> its = new ArrayList<>();
        for (Observation observation : verdict.observations()) {
            ObservedTraffic observed = Observations.of(network, verdict, observation);
            if (observed.packets() > 0) {
                its.add(observed);
                meter(observation, observed.bytes());
            }
        }
        seen.addAll(its);
        return its;
    }

    /** Hands everything over, in the caller's transaction. */
    void complete(FlowLogCapture capture, Metering metering) {
        capture.capture(network.scope(), seen);
        metering.throughEndpoints(network.scope(), endpointBytes);
    }

    private void meter(Observation observation, long bytes) {
        VpcEndpoint endpoint =
                network.snapshot().endpointOf(observation.networkInterface().id());
        if (endpoint != null && observation.accepted()) {
            endpointBytes.merge(endpoint.id(), bytes, Long::sum);
        }
    }
}

package io.vpclocal.endpointservice.hosted;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A simple model of one service with one consumer. Each step returns the expected error code; empty for success. */
final class ConnectionModel {

    static final String FINE = "";

    private final Map<Integer, String> endpoints = new LinkedHashMap<>();
    private boolean there = true;
    private boolean allowed = true;
    private boolean acceptance = true;

    String connect(int endpoint) {
        if (!there || !allowed) {
            return "InvalidServiceName";
        }
        endpoints.put(endpoint, acceptance ? "pendingAcceptance" : "available");
        return FINE;
    }

    String accept(int endpoint) {
        return decide(endpoint, "available", List.of("pendingAcceptance", "rejected"));
    }

    String reject(int endpoint) {
        return decide(endpoint, "rejected", List.of("pendingAcceptance", "available"));
    }

    private String decide(int endpoint, String to, List<String> from) {
        if (!there) {
            return "InvalidVpcEndpointServiceId.NotFound";
        }
        String state = endpoints.get(endpoint);
        if (state == null) {
            return "InvalidVpcEndpointId.NotFound";
        }
        if (!from.contains(state)) {
            return "InvalidState";
        }
        endpoints.put(endpoint, to);
        return FINE;
    }

    String delete(int endpoint) {
        return endpoints.remove(endpoint) == null ? "InvalidVpcEndpoint.NotFound" : FINE;
    }

    String allow(boolean consumer) {
        allowed = there ? consumer : allowed;
        return there ? FINE : "InvalidVpcEndpointServiceId.NotFound";
    }

    String askForAcceptance(boolean required) {
        acceptance = there ? required : acceptance;
        return there ? FINE : "InvalidVpcEndpointServiceId.NotFound";
    }

    String deleteService() {
        if (!there) {
            return "InvalidVpcEndpointService.NotFound";
        }
        if (endpoints.values().stream().anyMatch(state -> !state.equals("rejected"))) {
            return "ExistingVpcEndpointConnections";
        }
        there = false;
        return FINE;
    }

    /** The states of the consumer's endpoints in the order of their creation. */
    List<String> consumersView() {
        return new ArrayList<>(endpoints.values());
    }

    /** The states that the provider sees; empty without the service. */
    List<String> providersView() {
        return there ? consumersView() : List.of();
    }
}

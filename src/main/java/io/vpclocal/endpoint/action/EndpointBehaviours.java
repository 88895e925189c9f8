package io.vpclocal.endpoint.action;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.vpcendpoint.EndpointBehaviour;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the behaviour of an endpoint type. */
@Component
class EndpointBehaviours {

    private final List<EndpointBehaviour> behaviours;

    EndpointBehaviours(List<EndpointBehaviour> behaviours) {
        this.behaviours = behaviours;
    }

    EndpointBehaviour of(EndpointType type) {
        return behaviours.stream()
                .filter(behaviour -> behaviour.type() == type)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No EndpointBehaviour bean for type " + type));
    }
}

package io.vpclocal.endpoint;

import io.vpclocal.protocol.AwsException;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds the behaviour of a type. */
@Component
class EndpointBehaviours {

    private final List<EndpointBehaviour> behaviours;

    EndpointBehaviours(List<EndpointBehaviour> behaviours) {
        this.behaviours = behaviours;
    }

    /** @throws AwsException {@code UnsupportedOperation} for a type that is not emulated */
    EndpointBehaviour of(EndpointType type) {
        return behaviours.stream()
                .filter(behaviour -> behaviour.type() == type)
                .findFirst()
                .orElseThrow(() -> EndpointErrors.notHere(type));
    }
}

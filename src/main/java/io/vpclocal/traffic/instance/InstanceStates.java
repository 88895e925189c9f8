package io.vpclocal.traffic.instance;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Computes the states of instances from their last command and the time. */
@Component
class InstanceStates {

    private final Duration transitionTime;
    private final Clock clock;

    InstanceStates(InstanceProperties properties, Clock clock) {
        this.transitionTime = properties.transitionTime();
        this.clock = clock;
    }

    InstanceState of(InstanceEntity instance) {
        boolean done = !clock.instant().isBefore(instance.phaseSince().plus(transitionTime));
        return done ? instance.phase().then() : instance.phase().first();
    }
}

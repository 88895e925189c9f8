package io.vpclocal.traffic.instance;

/** The last command to an instance. */
enum InstancePhase {
    STARTED(InstanceState.PENDING, InstanceState.RUNNING),
    STOPPED(InstanceState.STOPPING, InstanceState.STOPPED),
    TERMINATED(InstanceState.SHUTTING_DOWN, InstanceState.TERMINATED);

    private final InstanceState first;
    private final InstanceState then;

    InstancePhase(InstanceState first, InstanceState then) {
        this.first = first;
        this.then = then;
    }

    /** The state during the transition. */
    InstanceState first() {
        return first;
    }

    /** The state after the transition. */
    InstanceState then() {
        return then;
    }
}

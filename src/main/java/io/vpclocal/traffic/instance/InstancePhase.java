package io.vpclocal.traffic.instance;

/** What was last ordered of an instance. */
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

    /** The state while it is being done. */
    InstanceState first() {
        return first;
    }

    /** The state once it is done. */
    InstanceState then() {
        return then;
    }
}

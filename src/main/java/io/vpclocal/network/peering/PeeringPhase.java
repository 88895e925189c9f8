package io.vpclocal.network.peering;

/** What was last done to a peering connection; its {@link PeeringState} follows from this and the time. */
enum PeeringPhase {
    REQUESTED,
    ACCEPTED,
    REJECTED,
    DELETED,
    FAILED
}

package io.vpclocal.network.peering;

/** The last change of a peering connection. Its {@link PeeringState} follows from this and the clock. */
enum PeeringPhase {
    REQUESTED,
    ACCEPTED,
    REJECTED,
    DELETED,
    FAILED
}

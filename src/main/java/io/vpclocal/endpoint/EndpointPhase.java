package io.vpclocal.endpoint;

/** What an endpoint's row remembers of its life; the state that AWS shows follows from it and the clock. */
enum EndpointPhase {
    /** Waits for the owner of the service since a point in time, or did so in vain. */
    PENDING_ACCEPTANCE,
    /** Being provisioned since a point in time, or provisioned. */
    CONNECTED,
    /** Refused by the owner of the service. */
    REJECTED,
    /** Deleted at a point in time, and gone some time later. */
    DELETING
}

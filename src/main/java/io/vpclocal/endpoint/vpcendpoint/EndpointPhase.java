package io.vpclocal.endpoint.vpcendpoint;

/** What an endpoint's row remembers of its life; the state that AWS shows follows from it and the clock. */
public enum EndpointPhase {
    /** Waits for the owner of the service since a point in time, or did so in vain. */
    PENDING_ACCEPTANCE,
    /** Being provisioned since a point in time, or provisioned. */
    CONNECTED,
    /** Connected, and being provisioned once more since a change at a point in time, or provisioned. */
    MODIFIED,
    /** Refused by the owner of the service. */
    REJECTED,
    /** Deleted at a point in time, and gone some time later. */
    DELETING;

    /** Whether the endpoint is a connection that its service's owner has accepted, provisioned or not. */
    public boolean connected() {
        return this == CONNECTED || this == MODIFIED;
    }
}

package io.vpclocal.endpoint.vpcendpoint;

/** The stored phase of an endpoint. The state that AWS shows follows from it and the clock. */
public enum EndpointPhase {
    /** Waits for the owner of the service since a point in time, or is expired. */
    PENDING_ACCEPTANCE,
    /** Being provisioned since a point in time, or provisioned. */
    CONNECTED,
    /** Connected and changed at a point in time: being provisioned again, or provisioned. */
    MODIFIED,
    /** Rejected by the owner of the service. */
    REJECTED,
    /** Deleted at a point in time, and removed some time later. */
    DELETING;

    /** Whether the endpoint is a connection that its service's owner has accepted, provisioned or not. */
    public boolean connected() {
        return this == CONNECTED || this == MODIFIED;
    }
}

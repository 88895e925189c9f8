package io.vpclocal.network.peering;

/** The states of a peering connection (Amazon VPC Peering Guide: VPC peering connection lifecycle). */
public enum PeeringState {
    INITIATING_REQUEST("initiating-request"),
    PENDING_ACCEPTANCE("pending-acceptance"),
    PROVISIONING("provisioning"),
    ACTIVE("active"),
    DELETING("deleting"),
    DELETED("deleted"),
    REJECTED("rejected"),
    EXPIRED("expired"),
    FAILED("failed");

    private final String wire;

    PeeringState(String wire) {
        this.wire = wire;
    }

    /** As the API spells it. */
    public String wire() {
        return wire;
    }

    /** Whether it waits to be accepted. */
    boolean requested() {
        return this == INITIATING_REQUEST || this == PENDING_ACCEPTANCE;
    }

    /** Whether it is active. */
    boolean accepted() {
        return this == PROVISIONING || this == ACTIVE;
    }

    /** Whether it is active or may become active. Routes can use it. */
    public boolean live() {
        return requested() || accepted();
    }
}

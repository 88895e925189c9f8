package io.vpclocal.endpoint;

/** The states of an endpoint as AWS shows them, in lower camel case unlike in the API model. */
public enum EndpointState {
    PENDING_ACCEPTANCE("pendingAcceptance"),
    PENDING("pending"),
    AVAILABLE("available"),
    REJECTED("rejected"),
    EXPIRED("expired"),
    DELETING("deleting"),
    DELETED("deleted");

    private final String wire;

    EndpointState(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }
}

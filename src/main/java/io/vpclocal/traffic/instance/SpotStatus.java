package io.vpclocal.traffic.instance;

/** The statuses of spot requests that launches make: they are fulfilled from the start. */
enum SpotStatus {
    FULFILLED("fulfilled", "Your Spot request is fulfilled."),

    /** UNVERIFIED: the end of the text. Users report its beginning. */
    CANCELED(
            "request-canceled-and-instance-running",
            "Your Spot request is canceled, but your instance is still running."),

    TERMINATED("instance-terminated-by-user", "Spot Instance terminated due to user-initiated termination.");

    private final String code;
    private final String message;

    SpotStatus(String code, String message) {
        this.code = code;
        this.message = message;
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }
}

package io.vpclocal.demo;

import io.vpclocal.protocol.AwsException;

/** Errors of the demo network. */
final class DemoErrors {

    private DemoErrors() {}

    /** A step can fail because of a fault rule, a limit or an existing resource. */
    static AwsException failed(String step, AwsException cause) {
        return new AwsException(
                "DemoFailed",
                "Step '" + step + "' of the demo failed: " + cause.code() + ": " + cause.text()
                        + " A reset of the accounts " + DemoNetwork.CONSUMER + " and " + DemoNetwork.PROVIDER
                        + " removes conflicting resources.",
                409);
    }

    static AwsException closedKeys() {
        return new AwsException(
                "DemoUnavailable",
                "The demo calls as root of two accounts, and open root keys are off"
                        + " (vpclocal.identity.open-root-keys=false). Set it to true.",
                409);
    }
}

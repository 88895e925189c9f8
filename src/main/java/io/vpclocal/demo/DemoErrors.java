package io.vpclocal.demo;

import io.vpclocal.protocol.AwsException;

/** Why there is no demo network. */
final class DemoErrors {

    private DemoErrors() {}

    /** Calls that users may make fail too: a fault rule, a limit, a resource that was there before. */
    static AwsException failed(String step, AwsException cause) {
        return new AwsException(
                "DemoFailed",
                "Step '" + step + "' of the demo failed: " + cause.code() + ": " + cause.text()
                        + " A reset of the accounts " + DemoNetwork.CONSUMER + " and " + DemoNetwork.PROVIDER
                        + " makes room for it.",
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

package io.vpclocal.traffic.instance;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import org.jspecify.annotations.Nullable;

/** AWS's errors about spot instances. */
final class SpotErrors {

    private SpotErrors() {}

    /** Reported by users of the behavior {@code stop}. */
    static AwsException behavior(@Nullable String behavior) {
        return new AwsException(
                "InvalidParameterCombination",
                "The request with type 'one-time' is not supported when instanceInterruptionBehavior is set to '"
                        + behavior + "'.");
    }

    /** UNVERIFIED: the text. */
    static AwsException badPrice(@Nullable String price) {
        return Ec2Errors.invalidValue("MaxPrice", price, "Expecting a positive price with up to six decimals.");
    }

    /** Reported by users. */
    static AwsException cannotStop(String id) {
        return new AwsException(
                "UnsupportedOperation",
                "You can't stop the Spot Instance '" + id
                        + "' because it is associated with a one-time Spot Instance request. You can only stop Spot Instances"
                        + " associated with persistent Spot Instance requests.");
    }
}

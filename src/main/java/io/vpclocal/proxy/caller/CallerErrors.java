package io.vpclocal.proxy.caller;

import io.vpclocal.protocol.AwsException;

/** Errors of the API of callers. */
final class CallerErrors {

    private CallerErrors() {}

    static AwsException whichInterface() {
        return new AwsException(
                "InvalidParameter",
                "Use one of 'networkInterface' (eni-…), 'instance' (i-…), and 'subnet' (subnet-…), which can have"
                        + " 'securityGroups'.");
    }

    static AwsException noSuchInterface(String id) {
        return new AwsException(
                "InvalidNetworkInterfaceID.NotFound", "The networkInterface ID '" + id + "' does not exist");
    }

    static AwsException noSuchInstance(String id) {
        return new AwsException("InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist");
    }

    static AwsException missing(String id) {
        return new AwsException("NoSuchCaller", "The caller '" + id + "' is not open.", 404);
    }

    static AwsException tooMany(int most) {
        return new AwsException("LimitExceeded", "At most " + most + " callers can be open.");
    }
}

package io.vpclocal.proxy.hosted;

import io.vpclocal.protocol.AwsException;

/** Errors of the API for target addresses. */
final class TargetAddressErrors {

    private TargetAddressErrors() {}

    static AwsException whichTarget() {
        return new AwsException(
                "InvalidParameter",
                "Use 'targetGroup' (an ARN), or 'target' (i-… or an IP address) with 'port' (1 to 65535).");
    }

    static AwsException notHere(String url) {
        return new AwsException(
                "InvalidParameter",
                "The url '" + url + "' is not a port of the loopback address. Use http://127.0.0.1:PORT.");
    }

    static AwsException noSuchGroup(String arn) {
        return new AwsException("TargetGroupNotFound", "Target groups '" + arn + "' not found");
    }

    static AwsException noSuchInstance(String id) {
        return new AwsException("InvalidInstanceID.NotFound", "The instance ID '" + id + "' does not exist");
    }

    static AwsException notAnAddress(String target) {
        return new AwsException(
                "InvalidParameter", "The target '" + target + "' is neither an instance (i-…) nor an IP address.");
    }

    static AwsException missing(String id) {
        return new AwsException("NoSuchTarget", "The target '" + id + "' has no address.", 404);
    }
}

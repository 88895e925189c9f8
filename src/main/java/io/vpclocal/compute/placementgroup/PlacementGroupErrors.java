package io.vpclocal.compute.placementgroup;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about placement groups. */
final class PlacementGroupErrors {

    private PlacementGroupErrors() {}

    /** Reported by users. */
    static AwsException duplicate(String name) {
        return new AwsException(
                "InvalidPlacementGroup.Duplicate", "The placement group '" + name + "' already exists.");
    }

    /** Reported by users. */
    static AwsException inUse(String name) {
        return new AwsException(
                "InvalidPlacementGroup.InUse", "The placement group '" + name + "' is in use and may not be deleted.");
    }

    /** EC2 API Reference: up to 255 ASCII characters. UNVERIFIED: the text. */
    static AwsException badName(String name) {
        return Ec2Errors.invalidValue("GroupName", name, "Expecting 1 to 255 ASCII characters.");
    }

    /** UNVERIFIED: the code and the text. */
    static AwsException onlyWith(String parameter, String strategy) {
        return new AwsException(
                "InvalidParameterCombination",
                "The parameter " + parameter + " can only be used with the strategy " + strategy + ".");
    }

    /** EC2 API Reference, Common errors. */
    static AwsException tooMany() {
        return new AwsException(
                "PlacementGroupLimitExceeded", "You have reached the limit on the number of placement groups.");
    }
}

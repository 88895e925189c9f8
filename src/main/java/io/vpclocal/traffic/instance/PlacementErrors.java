package io.vpclocal.traffic.instance;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.Locale;

/** Errors of launches into placement groups. */
final class PlacementErrors {

    private PlacementErrors() {}

    /** Reported by users of cluster placement groups. */
    static AwsException strategy(String strategy, String type) {
        String name = strategy.substring(0, 1).toUpperCase(Locale.ROOT) + strategy.substring(1);
        return new AwsException(
                "InvalidParameterCombination",
                name + " placement groups are not supported by the '" + type
                        + "' instance type. Specify a supported instance type or change the placement group strategy, and"
                        + " try again.");
    }

    /** Reported by users. */
    static AwsException otherZone(String group, String zone) {
        return new AwsException(
                "InvalidPlacementGroup.InUse",
                "The placement group '" + group + "' is in use in another availability zone: " + zone);
    }

    /** EC2 API Reference: valid only with the strategy partition. UNVERIFIED: the code and the text. */
    static AwsException noPartitions() {
        return new AwsException(
                "InvalidParameterCombination",
                "The parameter PartitionNumber can only be used with a placement group with the strategy partition.");
    }

    /** UNVERIFIED: the text. */
    static AwsException noSuchPartition(int number, int count) {
        return Ec2Errors.invalidValue("PartitionNumber", number, "Expecting a value from 1 to " + count + ".");
    }
}

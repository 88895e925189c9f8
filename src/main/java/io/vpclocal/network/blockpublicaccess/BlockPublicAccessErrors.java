package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.protocol.AwsException;

/** AWS's errors about VPC Block Public Access. */
final class BlockPublicAccessErrors {

    private static final String INVALID_VALUE = "InvalidParameterValue";

    private BlockPublicAccessErrors() {}

    static AwsException badMode(String mode, String parameter) {
        return new AwsException(INVALID_VALUE, "Value (" + mode + ") for parameter " + parameter + " is invalid.");
    }

    static AwsException noResource() {
        return new AwsException("MissingParameter", "The request must contain the parameter vpcId or subnetId");
    }

    static AwsException oneResource() {
        return new AwsException(
                "InvalidParameterCombination", "The parameter vpcId cannot be used with the parameter subnetId");
    }

    static AwsException alreadyExcluded(String arn) {
        return new AwsException(INVALID_VALUE, "The resource " + arn + " already has an exclusion.");
    }

    /** @param verb {@code deleted} or {@code modified} */
    static AwsException notPossible(String id, String state, String verb) {
        return new AwsException(
                INVALID_VALUE, "The exclusion " + id + " is in " + state + " state and cannot be " + verb);
    }
}

package io.vpclocal.network.blockpublicaccess;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about VPC Block Public Access. */
final class BlockPublicAccessErrors {

    private static final String INVALID_VALUE = "InvalidParameterValue";

    private BlockPublicAccessErrors() {}

    static AwsException badMode(String mode, String parameter) {
        return Ec2Errors.invalidValue(parameter, mode);
    }

    static AwsException noResource() {
        return CommonErrors.missingParameter(AwsService.EC2, "vpcId or subnetId");
    }

    static AwsException oneResource() {
        return Ec2Errors.notTogether("vpcId", "subnetId");
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

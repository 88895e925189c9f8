package io.vpclocal.compute.profile;

import io.vpclocal.protocol.AwsException;

/** AWS's errors about the instance profiles of instances. */
final class ProfileErrors {

    private ProfileErrors() {}

    static AwsException badName(String name) {
        return new AwsException(
                "InvalidParameterValue",
                "Value (" + name + ") for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile"
                        + " name");
    }

    static AwsException badArn(String arn) {
        return new AwsException(
                "InvalidParameterValue",
                "Value (" + arn + ") for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile"
                        + " ARN");
    }

    static AwsException both() {
        return new AwsException(
                "InvalidParameterCombination",
                "The parameter 'iamInstanceProfile.name' may not be used in combination with"
                        + " 'iamInstanceProfile.arn'");
    }

    static AwsException noRole(String arn) {
        return new AwsException(
                "InvalidParameterValue", "IAM Instance Profile \"" + arn + "\" has no associated IAM Roles");
    }

    static AwsException exists(String instanceId) {
        return new AwsException("IncorrectState", "There is an existing association for instance " + instanceId);
    }

    static AwsException notFound(String id) {
        return new AwsException("InvalidAssociationID.NotFound", "An invalid association-id of '" + id + "' was given");
    }
}

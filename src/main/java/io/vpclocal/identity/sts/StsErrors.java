package io.vpclocal.identity.sts;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;

/** STS's errors. */
final class StsErrors {

    private StsErrors() {}

    static AwsException invalidArn(String arn) {
        return new AwsException("ValidationError", arn + " is invalid");
    }

    static AwsException invalidRequestArn() {
        return new AwsException("ValidationError", "Request ARN is invalid");
    }

    static AwsException invalidAccessKeyId() {
        return new AwsException("ValidationError", "Access key ID is not valid.");
    }

    static AwsException longerThanRoleAllows() {
        return new AwsException(
                "ValidationError", "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    static AwsException chainedTooLong() {
        return new AwsException(
                "ValidationError",
                "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining");
    }

    static AwsException malformedPolicy(String message) {
        return new AwsException("MalformedPolicyDocument", message);
    }

    static AwsException packedPolicyTooLarge(int percent) {
        return new AwsException(
                "PackedPolicyTooLarge",
                "Packed policy consumes " + percent + "% of allotted space, please use smaller policy.");
    }

    static AwsException tooManyPolicyArns() {
        return CommonErrors.constraint(
                AwsService.STS,
                "policyArns",
                "",
                "Member must have length less than or equal to " + StsLimits.POLICY_ARNS);
    }

    /** The rule: IAM User Guide, tags of IAM and STS. UNVERIFIED: code and text, which are those of other tag errors. */
    static AwsException reservedTag() {
        return new AwsException("InvalidParameterValue", "Tag keys beginning with aws: are reserved for system use.");
    }

    static AwsException duplicateTags() {
        return new AwsException(
                "InvalidParameterValue", "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    static AwsException unknownTransitiveTag() {
        return new AwsException(
                "InvalidParameterValue", "The specified transitive tag key must be included in the requested tags.");
    }

    static AwsException inheritedTag() {
        return new AwsException(
                "InvalidParameterValue",
                "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key"
                        + " from the calling session.");
    }

    static AwsException notAuthorized(String caller, String roleArn) {
        return new AwsException(
                "AccessDenied",
                "User: " + caller + " is not authorized to perform: sts:AssumeRole on resource: " + roleArn,
                403);
    }

    static AwsException invalidMessage() {
        return new AwsException("InvalidAuthorizationMessageException", "Message is not valid");
    }
}

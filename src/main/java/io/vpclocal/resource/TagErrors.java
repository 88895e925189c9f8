package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import java.util.Set;

/** EC2's errors for tags. */
final class TagErrors {

    /** Recorded: these actions answer {@code InvalidParameter}, most others {@code InvalidParameterValue}. */
    private static final Set<String> PLAIN_CODE = Set.of(
            "CreateVpc",
            "CreateSubnet",
            "CreateNetworkInterface",
            "AuthorizeSecurityGroupIngress",
            "AuthorizeSecurityGroupEgress",
            "CreateVpcEndpoint",
            "CreateVpcEndpointServiceConfiguration");

    private TagErrors() {}

    static AwsException typeMissing() {
        return new AwsException("InvalidParameter", "Tag specification resource type must have a value");
    }

    static AwsException typeNotTaggable(String action, String type) {
        String code = PLAIN_CODE.contains(action) ? "InvalidParameter" : "InvalidParameterValue";
        return new AwsException(code, "'" + type + "' is not a valid taggable resource type for this operation.");
    }

    static AwsException noTags(String action) {
        String code = action.equals("CreateSubnet") ? "InvalidParameter" : "InvalidParameterValue";
        return new AwsException(code, "Tag specification must have at least one tag");
    }

    /** Recorded from CreateTags. */
    static AwsException nothingToCreate() {
        return new AwsException(
                "InvalidParameterValue",
                "Value ( empty ) for parameter tagSet is invalid. You must specify one or more tags to create");
    }

    /** Our guess. */
    static AwsException tooMany(String what) {
        return new AwsException(
                "InvalidParameterValue", "A request can name " + TagLimits.PER_CALL + " " + what + " at most.");
    }

    static AwsException nullValue() {
        return new AwsException("InvalidParameterValue", "Tag value cannot be null. Use empty string instead.");
    }

    static AwsException keyMissing() {
        return new AwsException("InvalidParameterValue", "Tag keys must not be null or empty");
    }

    static AwsException keyTooLong(String key) {
        return new AwsException(
                "InvalidParameterValue",
                "Tag key exceeds the maximum length of " + TagLimits.KEY_LENGTH + " characters: " + key);
    }

    static AwsException valueTooLong(String key) {
        return new AwsException(
                "InvalidParameterValue",
                "Tag value exceeds the maximum length of " + TagLimits.VALUE_LENGTH + " characters for key " + key);
    }

    static AwsException reserved() {
        return new AwsException("InvalidParameterValue", "Tag keys starting with 'aws:' are reserved for internal use");
    }

    static AwsException duplicateKey(String key) {
        return new AwsException("InvalidParameterValue", "Duplicate tag key '" + key + "' specified.");
    }

    static AwsException tooMany() {
        return new AwsException("TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
    }

    static AwsException invalidId(String id) {
        return new AwsException("InvalidID", "The ID '" + id + "' is not valid");
    }
}

package io.vpclocal.compute.launchtemplate;

import io.vpclocal.protocol.AwsException;

/** AWS's errors about launch templates. */
final class LaunchTemplateErrors {

    private static final String VERSION_NOT_FOUND = "InvalidLaunchTemplateId.VersionNotFound";
    private static final String NAME_NOT_FOUND = "InvalidLaunchTemplateName.NotFoundException";

    /** Recorded from AWS, with the quotation marks of a typesetter. */
    private static final String OF_ALL_OR_OF_ONE =
            "To describe the launch template data for all your launch templates, for ‘--versions’ specify"
                    + " ‘$Latest’, ‘$Default’, or both, and omit ‘--launch-template-id’,"
                    + " ‘--launch-template-name’, and version numbers. To describe the launch template data for"
                    + " a specific launch template, specify ‘--launch-template-id’ or"
                    + " ‘--launch-template-name’, and for ‘--versions’ specify one or more of the"
                    + " following values: ‘$Latest’, ‘$Default’, or one or more version numbers.";

    private LaunchTemplateErrors() {}

    /** Recorded from AWS. */
    static AwsException typeAndRequirements() {
        return new AwsException(
                "InvalidParameterCombination",
                "Either the instance type or the instance requirements can be specified in the request, but not both");
    }

    static AwsException nameInUse() {
        return new AwsException(
                "InvalidLaunchTemplateName.AlreadyExistsException", "Launch template name already in use.");
    }

    static AwsException badUserData() {
        return new AwsException("InvalidUserData.Malformed", "Invalid BASE64 encoding of user data.");
    }

    static AwsException badName() {
        return new AwsException(
                "InvalidLaunchTemplateName.MalformedException",
                "A launch template name must be between 3 and 128 characters, and may contain letters, numbers, and the"
                        + " following characters: - ( ) . / _.");
    }

    static AwsException idNotFound(String id) {
        return new AwsException(
                "InvalidLaunchTemplateId.NotFound",
                "The specified launch template, with template ID " + id + ", does not exist.");
    }

    static AwsException malformedId(String id) {
        return new AwsException(
                "InvalidLaunchTemplateId.Malformed", "Invalid id: \"" + id + "\" (expecting \"lt-...\")");
    }

    static AwsException nameNotFound(String name) {
        return new AwsException(
                NAME_NOT_FOUND, "The specified launch template, with template name " + name + ", does not exist.");
    }

    /** Of DescribeLaunchTemplates. */
    static AwsException namesNotFound() {
        return new AwsException(
                NAME_NOT_FOUND, "At least one of the launch templates specified in the request does not exist.");
    }

    static AwsException versionNotFound(String id, String version) {
        return new AwsException(
                VERSION_NOT_FOUND,
                "Could not find the specified version " + version + " for the launch template with ID " + id + ".");
    }

    /** Of ModifyLaunchTemplate. */
    static AwsException noSuchDefault(String version) {
        return new AwsException(
                VERSION_NOT_FOUND,
                "The launch template version " + version + " is not found for the specified launch template.");
    }

    /** Of DescribeLaunchTemplateVersions, without a template and versions. */
    static AwsException neitherTemplateNorVersions() {
        return new AwsException("MissingParameter", OF_ALL_OR_OF_ONE);
    }

    /** Of DescribeLaunchTemplateVersions: only {@code $Latest} and {@code $Default} exist without a template. */
    static AwsException numberWithoutTemplate() {
        return new AwsException("InvalidParameterValue", OF_ALL_OR_OF_ONE);
    }

    static AwsException neither() {
        return new AwsException(
                "MissingParameter", "Either a launch template ID or a launch template name must be specified");
    }

    static AwsException both() {
        return new AwsException(
                "InvalidParameterCombination",
                "Only one of launch template ID or launch template name can be specified in a request");
    }

    /** Of ModifyLaunchTemplate. */
    static AwsException bothToModify() {
        return new AwsException(
                "InvalidParameterCombination",
                "Either provide launch template ID or launch template name to modify the template.");
    }

    static AwsException noData() {
        return new AwsException("MissingParameter", "The request must contain the parameter LaunchTemplateData");
    }

    static AwsException noVersions() {
        return new AwsException("MissingParameter", "The request must contain the parameter Versions");
    }
}

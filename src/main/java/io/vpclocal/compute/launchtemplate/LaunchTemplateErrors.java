package io.vpclocal.compute.launchtemplate;

import io.vpclocal.protocol.AwsException;

/** AWS's errors about launch templates. */
final class LaunchTemplateErrors {

    private static final String NAME_NOT_FOUND = "InvalidLaunchTemplateName.NotFoundException";

    private LaunchTemplateErrors() {}

    static AwsException nameInUse() {
        return new AwsException(
                "InvalidLaunchTemplateName.AlreadyExistsException", "Launch template name already in use.");
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
                "InvalidLaunchTemplateId.VersionNotFound",
                "Could not find the specified version " + version + " for the launch template with ID " + id + ".");
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

    static AwsException noData() {
        return new AwsException("MissingParameter", "The request must contain the parameter LaunchTemplateData");
    }

    static AwsException noVersions() {
        return new AwsException("MissingParameter", "The request must contain the parameter Versions");
    }
}

package io.vpclocal.identity.iam;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;

/** IAM's errors. */
public final class IamErrors {

    private IamErrors() {}

    /** @param name the ARN for providers, policies and MFA devices */
    public static AwsException notFound(IamKind kind, String name) {
        return noSuchEntity(
                switch (kind) {
                    case USER, GROUP, ROLE -> "The " + kind.type() + " with name " + name + " cannot be found.";
                    case INSTANCE_PROFILE -> "Instance Profile " + name + " cannot be found.";
                    case POLICY -> "Policy " + name + " was not found.";
                    case OIDC_PROVIDER -> "OpenIDConnect Provider not found for arn " + name;
                    case SAML_PROVIDER -> "Manifest not found for arn " + name;
                    case SERVER_CERTIFICATE -> "The Server Certificate with name " + name + " cannot be found.";
                    case MFA_DEVICE -> "MFA Device with serial number " + name + " does not exist.";
                });
    }

    public static AwsException inlinePolicyNotFound(IamKind kind, String name) {
        return noSuchEntity("The " + kind.type() + " policy with name " + name + " cannot be found.");
    }

    public static AwsException noBoundary(IamKind kind, String name) {
        return noSuchEntity(kind.label() + " " + name + " does not have a permissions boundary.");
    }

    /** @param label the ARN with AWS's word for it */
    public static AwsException policyNotAttachable(String label) {
        return noSuchEntity(label + " does not exist or is not attachable.");
    }

    public static AwsException policyNotAttached(String arn) {
        return noSuchEntity("Policy " + arn + " was not found.");
    }

    public static AwsException versionNotFound(String arn, String version) {
        return noSuchEntity("Policy " + arn + " version " + version + " does not exist or is not attachable.");
    }

    public static AwsException accessKeyNotFound(String id) {
        return noSuchEntity("The Access Key with id " + id + " cannot be found");
    }

    public static AwsException loginProfileNotFound(String user) {
        return noSuchEntity("Login Profile for User " + user + " cannot be found.");
    }

    /** Recorded from AWS: DeleteLoginProfile has a text of its own. */
    public static AwsException noLoginProfile(String user) {
        return noSuchEntity("Cannot find Login Profile for User " + user);
    }

    public static AwsException aliasNotFound(String alias) {
        return noSuchEntity("The account alias " + alias + " cannot be found.");
    }

    public static AwsException deletionTaskNotFound(String id) {
        return noSuchEntity("The deletion task " + id + " cannot be found.");
    }

    public static AwsException userNotInGroup(String user, String group) {
        return noSuchEntity("User " + user + " not in group " + group + ".");
    }

    public static AwsException roleNotInProfile(String role, String profile) {
        return noSuchEntity("Role " + role + " is not in instance profile " + profile + ".");
    }

    public static AwsException alreadyExists(IamKind kind, String name) {
        return entityAlreadyExists(
                switch (kind) {
                    case USER, GROUP, ROLE -> kind.label() + " with name " + name + " already exists.";
                    case INSTANCE_PROFILE -> "Instance Profile " + name + " already exists.";
                    case POLICY -> "A policy called " + name + " already exists. Duplicate names are not allowed.";
                    case OIDC_PROVIDER -> "Provider with url https://" + name + " already exists.";
                    // Our guess.
                    case SAML_PROVIDER -> "SAMLProvider with name " + name + " already exists.";
                    case SERVER_CERTIFICATE -> "The Server Certificate with name " + name + " already exists.";
                    case MFA_DEVICE -> "MFA device already exists.";
                });
    }

    public static AwsException aliasTaken(String alias) {
        return entityAlreadyExists("The account alias " + alias + " already exists.");
    }

    /** @param obstacle what the caller must do first, for example {@code detach all policies} */
    public static AwsException cannotDelete(String obstacle) {
        return deleteConflict("Cannot delete entity, must " + obstacle + " first.");
    }

    public static AwsException policyInUse() {
        return deleteConflict("Cannot delete a policy attached to entities.");
    }

    public static AwsException policyHasVersions() {
        return deleteConflict("This policy has more than one version. Before you delete a policy, you must delete the"
                + " policy's versions. The default version is deleted with the policy.");
    }

    public static AwsException defaultVersion() {
        return deleteConflict("Cannot delete the default version of a policy.");
    }

    public static AwsException quota(String name, int limit) {
        return limitExceeded("Cannot exceed quota for " + name + ": " + limit);
    }

    public static AwsException tooManyVersions() {
        return limitExceeded("A managed policy can have up to " + IamLimits.POLICY_VERSIONS
                + " versions. Before you create a new version, you must delete an existing version.");
    }

    public static AwsException inlineTooLarge(IamKind kind, String name) {
        return limitExceeded("Maximum policy size of " + IamLimits.inlinePolicies(kind) + " bytes exceeded for "
                + kind.type() + " " + name);
    }

    public static AwsException managedTooLarge() {
        return limitExceeded("Cannot exceed quota for PolicySize: " + IamLimits.MANAGED_POLICY);
    }

    public static AwsException trustTooLarge() {
        return limitExceeded("Cannot exceed quota for ACLSizePerRole: " + IamLimits.TRUST_POLICY);
    }

    static AwsException tooManyTags() {
        return limitExceeded("The number of tags has reached the maximum limit.");
    }

    public static AwsException malformedPolicy(String message) {
        return new AwsException("MalformedPolicyDocument", message);
    }

    public static AwsException invalidPrincipal(String value) {
        return malformedPolicy("Invalid principal in policy: \"AWS\":\"" + value + "\"");
    }

    static AwsException duplicateTags() {
        return invalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
    }

    /** Recorded from AWS. */
    static AwsException systemTag() {
        return invalidInput("Tag keys beginning with aws: are reserved for system use.");
    }

    /** Recorded from AWS: AttachRolePolicy and AttachUserPolicy, for text that is not an ARN. */
    public static AwsException notPolicyArn(String arn) {
        return invalidInput("ARN " + arn + " is not valid.");
    }

    static AwsException foreignPartition() {
        return validation("Invalid ARN partition");
    }

    static AwsException invalidArn() {
        return validation("Invalid ARN:  Could not be parsed!");
    }

    public static AwsException invalidPolicy(String problem) {
        return invalidInput("Invalid policy document: " + problem);
    }

    public static AwsException invalidServiceName(String name) {
        return new AwsException("AccessDenied", name + " is not a valid AWS service name (Service Principal)", 403);
    }

    public static AwsException suffixNotAllowed(String service) {
        return invalidInput("Custom suffix is not allowed for " + service);
    }

    public static AwsException reservedPath(String path) {
        return invalidInput(
                path.startsWith("/aws-service-role")
                        ? "Paths beginning with '/aws-service-role' are reserved for AWS Service Linked Roles"
                        : "Path " + path + " is reserved for roles that AWS services make.");
    }

    public static AwsException suffixTaken(String role) {
        return invalidInput(
                "Service role name " + role + " has been taken in this account, please try a different suffix.");
    }

    static AwsException notByPolicy(String arn) {
        return new AwsException("PolicyNotAttachable", "Policy " + arn + " is not attachable.");
    }

    /** Reported by several users for roles. UNVERIFIED for users and groups. */
    public static AwsException serviceRolePolicy(IamKind kind) {
        return new AwsException(
                "PolicyNotAttachable", "Cannot attach a Service Role Policy to a Customer " + kind.label() + ".");
    }

    public static AwsException awsManaged(String arn) {
        return new AwsException("AccessDenied", "Policy " + arn + " is AWS-managed and cannot be changed.", 403);
    }

    public static AwsException protectedRole(String name) {
        return new AwsException(
                "UnmodifiableEntity",
                "Cannot perform the operation on the protected role '" + name
                        + "' - this role is only modifiable by AWS");
    }

    public static AwsException userNameNeeded() {
        return validation("Must specify userName when calling with non-User credentials");
    }

    static AwsException malformedName(String parameter) {
        return validation("The specified value for " + parameter
                + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-");
    }

    static AwsException malformedPath(String parameter) {
        return validation(
                "The specified value for " + parameter + " is invalid. It must begin and end with / and contain"
                        + " only alphanumeric characters and/or / characters.");
    }

    /** Recorded from AWS. */
    static AwsException malformedPathPrefix() {
        return validation(
                "The specified value for pathPrefix is invalid. It must begin with the / character and contain"
                        + " only alphanumeric characters and/or / characters.");
    }

    public static AwsException tooLong(String parameter, int length) {
        return constraint(parameter, "Member must have length less than or equal to " + length);
    }

    static AwsException invalidMarker() {
        return validation("Invalid Marker.");
    }

    /** A value that violates a constraint of IAM's model, which IAM does not quote. */
    public static AwsException constraint(String parameter, String text) {
        return CommonErrors.constraint(AwsService.IAM, parameter, null, text);
    }

    public static AwsException validation(String message) {
        return new AwsException("ValidationError", message);
    }

    public static AwsException invalidInput(String message) {
        return new AwsException("InvalidInput", message);
    }

    public static AwsException noSuchEntity(String message) {
        return new AwsException("NoSuchEntity", message, 404);
    }

    public static AwsException entityAlreadyExists(String message) {
        return new AwsException("EntityAlreadyExists", message, 409);
    }

    public static AwsException deleteConflict(String message) {
        return new AwsException("DeleteConflict", message, 409);
    }

    public static AwsException limitExceeded(String message) {
        return new AwsException("LimitExceeded", message, 409);
    }
}

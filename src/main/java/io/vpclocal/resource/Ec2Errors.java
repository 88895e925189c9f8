package io.vpclocal.resource;

import io.vpclocal.protocol.AwsException;
import org.jspecify.annotations.Nullable;

/** Errors that EC2 answers in the same words for different resources: they differ by the noun, the parameter and the id. */
public final class Ec2Errors {

    private Ec2Errors() {}

    /**
     * {@code The … 'id' does not exist}
     *
     * @param code such as {@code InvalidAssociationID.NotFound}
     * @param noun what the message calls the resource, such as {@code association ID}
     */
    public static AwsException notFound(String code, String noun, String id) {
        return new AwsException(code, "The " + noun + " '" + id + "' does not exist");
    }

    /** An association of a subnet, route table or address. */
    public static AwsException associationNotFound(String id) {
        return notFound("InvalidAssociationID.NotFound", "association ID", id);
    }

    /** {@code The … 'id' is malformed} */
    public static AwsException malformed(String code, String noun, String id) {
        return new AwsException(code, "The " + noun + " '" + id + "' is malformed");
    }

    /** {@code InvalidParameterValue} without a reason. */
    public static AwsException invalidValue(String parameter, @Nullable Object value) {
        return new AwsException(
                "InvalidParameterValue", "Value (" + value + ") for parameter " + parameter + " is invalid.");
    }

    /**
     * {@code InvalidParameterValue}
     *
     * @param reason a whole sentence
     */
    public static AwsException invalidValue(String parameter, @Nullable Object value, String reason) {
        return new AwsException(
                "InvalidParameterValue", "Value (" + value + ") for parameter " + parameter + " is invalid. " + reason);
    }

    public static AwsException notACidr(String parameter, @Nullable String text) {
        return invalidValue(parameter, text, "This is not a valid CIDR block.");
    }

    /** Recorded from CreateVpc and CreateSubnet. */
    public static AwsException noCidrBlock() {
        return new AwsException("MissingParameter", "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided.");
    }

    public static AwsException unknownProtocol(String protocol) {
        return new AwsException(
                "InvalidParameterValue", "Invalid value '" + protocol + "' for IP protocol. Unknown protocol.");
    }

    public static AwsException portRange(@Nullable Integer from, @Nullable Integer to) {
        return new AwsException("InvalidParameterValue", "Invalid TCP/UDP port range (" + from + ":" + to + ")");
    }

    /** Two parameters that exclude each other. Some actions use the text of {@link #notBoth}. */
    public static AwsException notTogether(String one, String other) {
        return new AwsException(
                "InvalidParameterCombination", "The parameter " + one + " cannot be used with the parameter " + other);
    }

    /** {@link #notTogether} in the words of the actions on addresses of network interfaces. */
    public static AwsException notBoth(String one, String other) {
        return new AwsException(
                "InvalidParameterCombination", "The parameters " + one + " and " + other + " cannot be used together");
    }

    /** A parameter that needs another one, as EC2 words it for KMS keys of volumes. */
    public static AwsException requires(String parameter, String other) {
        return new AwsException(
                "InvalidParameterDependency",
                "The parameter " + parameter + " requires the parameter " + other + " to be set.");
    }

    /** Recorded from RunInstances. UNVERIFIED: CreateNetworkInterface. */
    public static AwsException unknownInterfaceType(String type) {
        return new AwsException(
                "InvalidParameterValue",
                "'" + type + "' is not a valid value for interface type. Enter a valid value and try again.");
    }

    /** A call to change an attribute that names none. */
    public static AwsException noAttribute() {
        return new AwsException("InvalidParameterCombination", "No attributes specified.");
    }

    /** A call to change an attribute that names more than one. */
    public static AwsException oneAttribute() {
        return new AwsException(
                "InvalidParameterCombination", "Fields for multiple attribute types specified: one at a time");
    }

    /** A security group and a resource in different VPCs. */
    public static AwsException groupOfOtherVpc() {
        return new AwsException(
                "InvalidGroup.NotFound", "You have specified two resources that belong to different networks.");
    }

    public static AwsException tooManyGroups() {
        return new AwsException(
                "SecurityGroupsPerInterfaceLimitExceeded",
                "The maximum number of security groups per interface has been reached.");
    }

    /** The resource belongs to a service of AWS, and its account cannot change it. */
    public static AwsException managed() {
        return new AwsException("AuthFailure", "You do not have permission to access the specified resource.");
    }
}

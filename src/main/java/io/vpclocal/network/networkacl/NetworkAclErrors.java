package io.vpclocal.network.networkacl;

import io.vpclocal.protocol.AwsException;
import org.jspecify.annotations.Nullable;

/** AWS's errors about network ACLs and entries. */
final class NetworkAclErrors {

    private static final String INVALID_VALUE = "InvalidParameterValue";

    private NetworkAclErrors() {}

    static AwsException isDefault(String id) {
        return new AwsException(INVALID_VALUE, "cannot delete default network ACL " + id);
    }

    static AwsException numberOutOfRange(int number) {
        return new AwsException(
                INVALID_VALUE,
                "Value (" + number + ") for parameter ruleNumber is invalid. Rule number must be between "
                        + NetworkAclLimits.FIRST_NUMBER + " and " + NetworkAclLimits.LAST_NUMBER + ".");
    }

    static AwsException protocolUnknown(String protocol) {
        return new AwsException(INVALID_VALUE, "Invalid value '" + protocol + "' for IP protocol. Unknown protocol.");
    }

    static AwsException portRange(@Nullable Integer from, @Nullable Integer to) {
        return new AwsException(INVALID_VALUE, "Invalid TCP/UDP port range (" + from + ":" + to + ")");
    }

    static AwsException icmp(@Nullable Integer type, @Nullable Integer code) {
        return new AwsException(INVALID_VALUE, "Invalid ICMP type and code (" + type + ":" + code + ")");
    }

    static AwsException notACidr(String parameter, String text) {
        return new AwsException(
                INVALID_VALUE,
                "Value (" + text + ") for parameter " + parameter + " is invalid. This is not a valid CIDR block.");
    }

    static AwsException cidrMissing() {
        return new AwsException(
                "MissingParameter", "The request must contain the parameter cidrBlock or ipv6CidrBlock");
    }

    static AwsException oneCidr() {
        return new AwsException(
                "InvalidParameterCombination",
                "The parameter cidrBlock cannot be used with the parameter ipv6CidrBlock");
    }

    static AwsException entryExists(int number) {
        return new AwsException(
                "NetworkAclEntryAlreadyExists", "The network acl entry identified by " + number + " already exists.");
    }

    static AwsException entryNotFound(int number) {
        return new AwsException(
                "InvalidNetworkAclEntry.NotFound",
                "The network acl entry identified by " + number + " does not exist.");
    }

    static AwsException associationNotFound(String id) {
        return new AwsException("InvalidAssociationID.NotFound", "The association ID '" + id + "' does not exist");
    }

    static AwsException otherVpc(String aclId, String subnetId) {
        return new AwsException(
                INVALID_VALUE, "Network ACL " + aclId + " and subnet " + subnetId + " belong to different networks");
    }
}

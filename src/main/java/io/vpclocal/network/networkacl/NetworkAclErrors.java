package io.vpclocal.network.networkacl;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;
import org.jspecify.annotations.Nullable;

/** AWS's errors about network ACLs and entries. */
final class NetworkAclErrors {

    private static final String INVALID_VALUE = "InvalidParameterValue";

    private NetworkAclErrors() {}

    static AwsException isDefault(String id) {
        return new AwsException(INVALID_VALUE, "cannot delete default network ACL " + id);
    }

    static AwsException numberOutOfRange(int number) {
        return Ec2Errors.invalidValue(
                "ruleNumber",
                number,
                "Rule number must be between " + NetworkAclLimits.FIRST_NUMBER + " and " + NetworkAclLimits.LAST_NUMBER
                        + ".");
    }

    static AwsException icmp(@Nullable Integer type, @Nullable Integer code) {
        return new AwsException(INVALID_VALUE, "Invalid ICMP type and code (" + type + ":" + code + ")");
    }

    static AwsException cidrMissing() {
        return CommonErrors.missingParameter(AwsService.EC2, "cidrBlock or ipv6CidrBlock");
    }

    static AwsException oneCidr() {
        return Ec2Errors.notTogether("cidrBlock", "ipv6CidrBlock");
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

    static AwsException otherVpc(String aclId, String subnetId) {
        return new AwsException(
                INVALID_VALUE, "Network ACL " + aclId + " and subnet " + subnetId + " belong to different networks");
    }
}

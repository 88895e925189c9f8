package io.vpclocal.network.securitygroup;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about security groups and rules. */
final class SecurityGroupErrors {

    private static final String INVALID_VALUE = "InvalidParameterValue";
    private static final String TEXT_RULE =
            "Valid descriptions are strings less than 256 characters from the following set: "
                    + " a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*";

    private SecurityGroupErrors() {}

    /** Quoted by a user of DeleteSecurityGroup. */
    static AwsException malformedToDelete(String id) {
        return new AwsException("InvalidGroupId.Malformed", "The security-group ID '" + id + "' is malformed");
    }

    /** Of a filter. */
    static AwsException malformedInFilter(String id) {
        return new AwsException("InvalidGroupId.Malformed", "The security group ID '" + id + "' is malformed");
    }

    static AwsException nameTaken(String name, String vpcId) {
        return new AwsException(
                "InvalidGroup.Duplicate", "The security group '" + name + "' already exists for VPC '" + vpcId + "'");
    }

    /** The text is recorded from AWS, the code AWS's (EC2 API Reference, error codes). */
    static AwsException nameReserved(String name) {
        return new AwsException("InvalidGroup.Reserved", "Cannot use reserved security group name: " + name);
    }

    static AwsException nameLikeId(String name) {
        return Ec2Errors.invalidValue("GroupName", name, "Group names may not be in the format sg-*.");
    }

    static AwsException notAscii(String parameter, String value) {
        return Ec2Errors.invalidValue(parameter, value, "Character sets beyond ASCII are not supported.");
    }

    static AwsException badGroupText(String parameter, String value) {
        return new AwsException(
                INVALID_VALUE,
                parameter.equals("GroupDescription")
                        ? "Invalid security group description. " + TEXT_RULE
                        : "Value (" + value + ") for parameter " + parameter + " is invalid.");
    }

    static AwsException badRuleDescription() {
        return new AwsException(INVALID_VALUE, "Invalid rule description. " + TEXT_RULE);
    }

    static AwsException noDefaultVpc() {
        return new AwsException("VPCIdNotSpecified", "No default VPC for this user");
    }

    static AwsException nameNotFound(String name) {
        return Ec2Errors.notFound("InvalidGroup.NotFound", "security group", name);
    }

    static AwsException nameNotFound(String name, String vpcId) {
        return new AwsException(
                "InvalidGroup.NotFound",
                "The security group '" + name + "' does not exist in default VPC '" + vpcId + "'");
    }

    static AwsException groupMissing() {
        return CommonErrors.missingParameter(AwsService.EC2, "groupName or groupId");
    }

    static AwsException isDefault(SecurityGroupEntity group) {
        return new AwsException(
                "CannotDelete",
                "the specified group: \"" + group.id() + "\" name: \"" + group.name()
                        + "\" cannot be deleted by a user");
    }

    static AwsException inUse(String id) {
        return new AwsException("DependencyViolation", "resource " + id + " has a dependent object");
    }

    static AwsException defaultOfVpc(String id) {
        return new AwsException(
                "InvalidParameterValue",
                "The default security group " + id + " cannot be associated with another VPC.");
    }

    static AwsException ownVpc(String id, String vpcId) {
        return new AwsException(
                "InvalidParameterValue", "The security group " + id + " was created in the VPC " + vpcId + ".");
    }

    static AwsException notAssociated(String id, String vpcId) {
        return new AwsException(
                "InvalidParameterValue", "The security group " + id + " is not associated with the VPC " + vpcId + ".");
    }

    static AwsException protocolMissing() {
        return new AwsException(
                INVALID_VALUE,
                "Invalid value 'null' for protocol. VPC security group rules must specify protocols explicitly.");
    }

    /** @param protocol {@code TCP/UDP} or {@code ICMP} */
    static AwsException portsMissing(String protocol) {
        return new AwsException(
                INVALID_VALUE,
                "Invalid value 'Must specify both from and to ports with " + protocol + ".' for portRange.");
    }

    /** {@link #portsMissing} for a rule that is modified. */
    static AwsException portsMissingInChange(String protocol) {
        return new AwsException(
                INVALID_VALUE,
                "Invalid value for portRange. Must specify both from and to ports with " + protocol + ".");
    }

    /** @param what {@code TCP/UDP (from) port}, {@code ICMP type} or {@code ICMP code} */
    static AwsException outOfRange(String what, int number) {
        return new AwsException(INVALID_VALUE, what + " (" + number + ") out of range");
    }

    /** Recorded from AWS, with no space before the parenthesis. */
    static AwsException portRange(int from, int to) {
        return new AwsException(INVALID_VALUE, "Invalid TCP/UDP port range(" + from + ":" + to + ")");
    }

    static AwsException codeWithoutType(int code) {
        return new AwsException(INVALID_VALUE, "ICMP code (" + code + ") may not be given for all ICMP types");
    }

    /** Ports with all protocols in a modified rule. AWS ignores such ports when rules are added. */
    static AwsException portsOfAllProtocols() {
        return new AwsException(
                INVALID_VALUE,
                "You may not specify all protocols and specific ports. Please specify each protocol and port range"
                        + " combination individually, or all protocols and no port range.");
    }

    static AwsException cidrMalformed(String cidr) {
        return new AwsException(INVALID_VALUE, "CIDR block " + cidr + " is malformed");
    }

    static AwsException noPeer() {
        return new AwsException(
                "MissingParameter", "Missing source specification: include source security group or CIDR information");
    }

    /** Of ModifySecurityGroupRules. */
    static AwsException noPeerToModify() {
        return new AwsException(
                "MissingParameter",
                "The request must contain exactly one of: cidrIp, cidrIpv6, prefixListId, or referencedGroupId");
    }

    static AwsException pairWithoutGroup() {
        return new AwsException(
                "InvalidPermission.Malformed", "A security group reference must contain a group ID or a group name");
    }

    static AwsException repeated() {
        return new AwsException(INVALID_VALUE, "The same permission must not appear multiple times");
    }

    static AwsException exists(RuleSpec spec) {
        return new AwsException(
                "InvalidPermission.Duplicate", "the specified rule \"" + spec.inWords() + "\" already exists");
    }

    static AwsException ruleNotFound() {
        return new AwsException(
                "InvalidPermission.NotFound", "The specified rule does not exist in this security group.");
    }

    static AwsException permissionsMissing() {
        return CommonErrors.missingParameter(AwsService.EC2, "ipPermissions");
    }

    static AwsException permissionsOrIdsMissing() {
        return new AwsException(
                "MissingParameter", "Either 'ipPermissions' or 'securityGroupRuleIds' should be provided.");
    }

    static AwsException ruleIdRepeated(String id) {
        return new AwsException(INVALID_VALUE, "Duplicated security group rule ID: " + id);
    }

    static AwsException onePeer() {
        return new AwsException(
                "InvalidParameterCombination",
                "Only one of cidrIp, cidrIpv6, prefixListId, or referencedGroupId can be specified");
    }

    static AwsException peerTypeChanged(RulePeer from, RulePeer to) {
        return new AwsException(
                INVALID_VALUE, "You may not specify " + article(to) + " for an existing " + noun(from) + " rule.");
    }

    private static String article(RulePeer peer) {
        return (peer instanceof RulePeer.Range ? "an " : "a ") + noun(peer);
    }

    private static String noun(RulePeer peer) {
        if (peer instanceof RulePeer.Group) {
            return "referenced group id";
        }
        if (peer instanceof RulePeer.PrefixList) {
            return "prefix list";
        }
        return ((RulePeer.Range) peer).cidr().v4() ? "IPv4 CIDR" : "IPv6 CIDR";
    }
}

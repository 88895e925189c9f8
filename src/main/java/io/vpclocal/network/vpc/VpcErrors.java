package io.vpclocal.network.vpc;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about VPCs. */
final class VpcErrors {

    private VpcErrors() {}

    /** A block that is too large or too small, or from a reserved range. */
    static AwsException invalid(String text) {
        return new AwsException("InvalidVpc.Range", "The CIDR '" + text + "' is invalid.");
    }

    /** Recorded from AWS. */
    static AwsException overlaps(VpcCidrBlock present) {
        return new AwsException(
                "CidrConflict",
                "CIDR range conflicts with " + present.cidr() + " with association ID " + present.associationId());
    }

    static AwsException restricted(String cidr) {
        return new AwsException(
                "InvalidVpc.Range",
                "The CIDR '" + cidr + "' is restricted. Use a CIDR from the same private address range as the current"
                        + " VPC CIDR, or use a publicly-routable CIDR. For additional restrictions, see"
                        + " https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html");
    }

    static AwsException tooManyCidrs(String vpcId) {
        return new AwsException(
                "CidrLimitExceeded",
                "This network " + vpcId + " has met its maximum number of allowed CIDRs: "
                        + VpcLimits.IPV4_CIDRS_PER_VPC);
    }

    static AwsException tooManyIpv6Cidrs(String vpcId) {
        return new AwsException(
                "CidrLimitExceeded",
                "This network " + vpcId + " has met its maximum number of allowed CIDRs: "
                        + VpcLimits.IPV6_CIDRS_PER_VPC);
    }

    static AwsException associationNotFound(String id) {
        return Ec2Errors.notFound("InvalidVpcCidrBlockAssociationID.NotFound", "vpc CIDR block association ID", id);
    }

    static AwsException primaryCidr(String id) {
        return new AwsException(
                "OperationNotPermitted",
                "The vpc CIDR block with association ID " + id
                        + " may not be disassociated. It is the primary IPv4 CIDR block of the VPC");
    }

    static AwsException cidrInUse(String cidr) {
        return new AwsException(
                "InvalidCidrBlock.InUse",
                "The vpc CIDR block '" + cidr + "' is in use by a subnet and cannot be removed");
    }

    static AwsException defaultExists() {
        return new AwsException(
                "DefaultVpcAlreadyExists", "A Default VPC already exists for this account in this region.");
    }

    static AwsException noAttribute() {
        return CommonErrors.missingParameter(AwsService.EC2, "attribute");
    }

    static AwsException tenancyOnlyToDefault() {
        return new AwsException(
                "InvalidParameterValue", "The tenancy of a VPC can only be changed from dedicated to default.");
    }
}

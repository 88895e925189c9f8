package io.vpclocal.network.natgateway;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about NAT gateways. The actions on NAT gateways use other texts than the rest. */
final class NatGatewayErrors {

    private NatGatewayErrors() {}

    static AwsException notFound(String id) {
        return new AwsException("NatGatewayNotFound", "NAT gateway " + id + " was not found");
    }

    static AwsException malformed(String id) {
        return new AwsException("NatGatewayMalformed", "NAT gateway ID " + id + " is malformed");
    }

    /** This and the next two come from tests of AWS's Kubernetes controllers, which run against AWS. */
    static AwsException malformedSubnet(String id) {
        return new AwsException("InvalidSubnet", "The subnet ID '" + id + "' is malformed");
    }

    static AwsException malformedAllocation(String id) {
        return new AwsException("InvalidElasticIpID.Malformed", "The elastic-ip ID '" + id + "' is malformed");
    }

    static AwsException noAllocation() {
        return new AwsException(
                "MissingParameter",
                "The request must include the AllocationId parameter. Add the required parameter and retry the"
                        + " request.");
    }

    /** The text is recorded from AWS. */
    static AwsException allocationOfPrivate(String parameter) {
        return new AwsException(
                "InvalidParameterCombination",
                parameter + " cannot be specified for a NAT Gateway with Connectivity Type private.");
    }

    /** Recorded from AWS. */
    static AwsException vpcOfZonal() {
        return new AwsException(
                "MissingParameter", "VpcId is not supported for a NAT gateway with availability mode zonal.");
    }

    /** The texts about secondary addresses are our guess. */
    static AwsException countOfPublic() {
        return new AwsException(
                "InvalidParameterCombination",
                "SecondaryPrivateIpAddressCount cannot be specified for a public NAT gateway");
    }

    static AwsException both(String one, String other) {
        return new AwsException(
                "InvalidParameterCombination", one + " and " + other + " cannot be set at the same time.");
    }

    static AwsException outOfRange(String parameter, int value, int most) {
        return Ec2Errors.invalidValue(parameter, value, "Expecting a value from 1 to " + most + ".");
    }

    static AwsException noAddress() {
        return new AwsException(
                "MissingParameter",
                "The request must include either the PrivateIpAddresses parameter or the PrivateIpAddressCount"
                        + " parameter.");
    }

    static AwsException morePrivateThanPublic() {
        return new AwsException(
                "InvalidParameterCombination",
                "The number of private IP addresses exceeds the number of Elastic IP addresses.");
    }

    static AwsException wrongConnectivity(String id, String type) {
        return new AwsException(
                "InvalidParameter", "NAT gateway " + id + " is " + type + " and does not support this operation");
    }

    static AwsException alreadyAssociated(String allocationId) {
        return new AwsException(
                "Resource.AlreadyAssociated", "Elastic IP address [" + allocationId + "] is already associated");
    }

    static AwsException primaryStays(String id) {
        return new AwsException("InvalidParameter", "The primary address of NAT gateway " + id + " cannot be removed");
    }

    static AwsException notAssigned(String privateIp, String id) {
        return new AwsException(
                "InvalidParameterValue",
                "The address " + privateIp + " is not a secondary address of NAT gateway " + id);
    }

    static AwsException tooMany(String id) {
        return new AwsException(
                "InvalidParameterValue",
                "NAT gateway " + id + " can have at most " + NatGatewayLimits.MOST_SECONDARIES
                        + " secondary addresses");
    }

    /** {@link #notFound} or {@link #malformed}, depending on the id. */
    static AwsException missing(String id) {
        return NatGatewayService.KIND.wellFormed(id) ? notFound(id) : malformed(id);
    }
}

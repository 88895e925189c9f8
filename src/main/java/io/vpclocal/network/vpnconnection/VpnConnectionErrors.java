package io.vpclocal.network.vpnconnection;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about VPN connections. The codes are those of the EC2 API Reference, most texts are our guess. */
final class VpnConnectionErrors {

    private VpnConnectionErrors() {}

    static AwsException notAvailable(String id) {
        return new AwsException(
                "InvalidVpnConnection.InvalidState", "The VPN connection '" + id + "' is not in an available state.");
    }

    static AwsException noStaticRoutes(String id) {
        return new AwsException(
                "InvalidVpnConnection.InvalidType", "The VPN connection '" + id + "' does not support static routes.");
    }

    static AwsException duplicateAddress() {
        return new AwsException(
                "InvalidCustomerGateway.DuplicateIpAddress", "Conflict among chosen gateway IP addresses.");
    }

    static AwsException routeNotFound(String destination) {
        return new AwsException("InvalidRoute.NotFound", "The specified route " + destination + " does not exist.");
    }

    static AwsException twoGateways() {
        return new AwsException(
                "InvalidParameterValue",
                "The request must not contain both parameter vpnGatewayId and transitGatewayId");
    }

    static AwsException noTransitGateway(String id) {
        return Ec2Errors.notFound("InvalidTransitGatewayID.NotFound", "transitGateway ID", id);
    }

    static AwsException noConcentrator(String id) {
        return Ec2Errors.notFound("InvalidVpnConcentratorId.NotFound", "VPN concentrator ID", id);
    }

    static AwsException noGateway() {
        return new AwsException(
                "MissingParameter",
                "The request must contain at least one of customerGatewayId, vpnGatewayId or transitGatewayId");
    }

    /** This text and the next two are recorded from AWS. */
    static AwsException insideCidr(String cidr) {
        return Ec2Errors.invalidValue("TunnelInsideCidr", cidr);
    }

    static AwsException preSharedKey() {
        return new AwsException("InvalidParameterValue", "Value for parameter PreSharedKey is invalid.");
    }

    /** A time that does not fit the other times of a tunnel. */
    static AwsException time(String parameter) {
        return new AwsException("InvalidParameterValue", "Invalid value specified for " + parameter + ".");
    }

    static AwsException insideCidrInUse(String cidr) {
        return new AwsException(
                "InvalidCidr.InUse",
                "The inside tunnel CIDR " + cidr
                        + " is already in use by another VPN tunnel for the virtual private gateway.");
    }

    static AwsException noTunnel(String address) {
        return Ec2Errors.invalidValue(
                "VpnTunnelOutsideIpAddress", address, "The VPN connection has no tunnel with this address.");
    }
}

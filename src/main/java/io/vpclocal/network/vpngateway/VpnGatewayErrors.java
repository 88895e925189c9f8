package io.vpclocal.network.vpngateway;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about virtual private gateways and customer gateways. */
final class VpnGatewayErrors {

    private VpnGatewayErrors() {}

    static AwsException notAvailable() {
        return new AwsException("InvalidVpnGatewayState", "The virtual private gateway is not in an available state.");
    }

    /** Recorded from AWS. */
    static AwsException vpcHasGateway(String vpcId) {
        return new AwsException(
                "InvalidVpcState", "VPC " + vpcId + " is currently attached to the Virtual Private Gateway.");
    }

    /** The code is AWS's (EC2 API Reference, error codes), the text our guess. */
    static AwsException attachedElsewhere() {
        return new AwsException(
                "VpnGatewayAttachmentLimitExceeded",
                "The maximum number of virtual private gateway attachments has been reached.");
    }

    /** Recorded from AWS. */
    static AwsException notAttached(String gatewayId, String vpcId) {
        return new AwsException(
                "InvalidVpnGatewayAttachment.NotFound",
                "The attachment with vpn gateway ID '" + gatewayId + "' and vpc ID '" + vpcId + "' does not exist");
    }

    /** Recorded from AWS. */
    static AwsException inUse() {
        return new AwsException("IncorrectState", "The VPN gateway is in use.");
    }

    /** The code is AWS's (EC2 API Reference, error codes), the text our guess. */
    static AwsException customerGatewayNotAvailable() {
        return new AwsException("InvalidCustomerGatewayState", "The customer gateway is not in the available state.");
    }

    /** Recorded from an API that copies AWS's. */
    static AwsException customerGatewayInUse() {
        return new AwsException("IncorrectState", "The customer gateway is in use.");
    }

    static AwsException hasRouteTable(String gatewayId) {
        return new AwsException(
                "DependencyViolation", "The vpnGateway '" + gatewayId + "' has dependencies and cannot be detached.");
    }

    static AwsException asnAndExtended() {
        return Ec2Errors.notTogether("bgpAsn", "bgpAsnExtended");
    }

    /** Recorded from AWS. */
    static AwsException noAddress() {
        return CommonErrors.missingParameter(AwsService.EC2, "ipAddress");
    }
}

package io.vpclocal.network.vpngateway;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateCustomerGatewayRequest;

/**
 * The device that a request to create a customer gateway describes.
 *
 * @param ipAddress null for a device that is known by its certificate only
 */
record CustomerDevice(
        long bgpAsn,
        @Nullable String ipAddress,
        @Nullable String certificateArn,
        @Nullable String name) {

    private static final Pattern CERTIFICATE =
            Pattern.compile("arn:[^:]{1,20}:acm:[^:]{1,30}:[0-9]{12}:certificate/[^:]{1,200}");

    /** @throws AwsException if the ASN or the address is invalid, or both address and certificate are missing */
    static CustomerDevice of(CreateCustomerGatewayRequest request) {
        String address = request.ipAddress() != null ? request.ipAddress() : request.publicIp();
        if (address == null && request.certificateArn() == null) {
            throw VpnGatewayErrors.noAddress();
        }
        if (address != null && Cidr.address(address).filter(Cidr::v4).isEmpty()) {
            throw Ec2Errors.invalidValue("ipAddress", address, "Expecting an IPv4 address.");
        }
        String arn = request.certificateArn();
        if (arn != null && !CERTIFICATE.matcher(arn).matches()) {
            throw Ec2Errors.invalidValue(
                    "certificateArn", arn, "Expecting the ARN of a certificate in AWS Certificate Manager.");
        }
        String name = request.deviceName();
        if (name != null && name.length() > VpnGatewayLimits.DEVICE_NAME_LENGTH) {
            throw Ec2Errors.invalidValue("deviceName", name, "Expecting at most 255 characters.");
        }
        return new CustomerDevice(asn(request), address, arn, name);
    }

    private static long asn(CreateCustomerGatewayRequest request) {
        if (request.bgpAsn() != null && request.bgpAsnExtended() != null) {
            throw VpnGatewayErrors.asnAndExtended();
        }
        if (request.bgpAsnExtended() != null) {
            long extended = request.bgpAsnExtended();
            require("bgpAsnExtended", extended, VpnGatewayLimits.LARGEST_SHORT_ASN + 1, VpnGatewayLimits.LARGEST_ASN);
            return extended;
        }
        if (request.bgpAsn() == null) {
            return VpnGatewayLimits.DEFAULT_CUSTOMER_ASN;
        }
        require("bgpAsn", request.bgpAsn(), 1, VpnGatewayLimits.LARGEST_SHORT_ASN);
        return request.bgpAsn();
    }

    private static void require(String parameter, long asn, long least, long most) {
        if (asn < least || asn > most) {
            throw Ec2Errors.invalidValue(parameter, asn, "Expecting a value from " + least + " to " + most + ".");
        }
    }
}

package io.vpclocal.network.dhcpoptions;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about DHCP options. */
final class DhcpOptionsErrors {

    private DhcpOptionsErrors() {}

    static AwsException unknownKey(String key) {
        return Ec2Errors.invalidValue("name", key, "Unknown DHCP option");
    }

    static AwsException badValue(String key, String value) {
        return invalid(value, "Not a value of DHCP option " + key);
    }

    static AwsException tooManyValues(String key, int most) {
        return invalid(key, "DHCP option has more than " + most + " values");
    }

    private static AwsException invalid(String value, String reason) {
        return Ec2Errors.invalidValue("dhcpConfiguration", value, reason + ".");
    }
}

package io.vpclocal.network.dhcpoptions;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about DHCP options. */
final class DhcpOptionsErrors {

    private DhcpOptionsErrors() {}

    static AwsException unknownKey(String key) {
        return Ec2Errors.invalidValue("name", key, "Unknown DHCP option");
    }

    /** Recorded for too many values. UNVERIFIED: the form of several values, and the text about a single value. */
    static AwsException badValue(String value) {
        return Ec2Errors.invalidValue("value", value, "Invalid DHCP option value.");
    }
}

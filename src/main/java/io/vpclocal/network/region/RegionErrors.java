package io.vpclocal.network.region;

import io.vpclocal.protocol.AwsException;

/** AWS's errors about Regions and zones. */
final class RegionErrors {

    private RegionErrors() {}

    static AwsException unknownRegion(String name) {
        return new AwsException("InvalidParameterValue", "Invalid region name: [" + name + "]");
    }

    static AwsException unknownZone(String name) {
        return new AwsException("InvalidParameterValue", "Invalid availability zone: [" + name + "]");
    }

    static AwsException unknownZoneId(String id) {
        return new AwsException("InvalidParameterValue", "Invalid availability zone-id: [" + id + "]");
    }
}

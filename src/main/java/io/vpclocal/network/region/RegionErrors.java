package io.vpclocal.network.region;

import io.vpclocal.protocol.AwsException;

/** What AWS says of Regions and zones it does not know. */
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

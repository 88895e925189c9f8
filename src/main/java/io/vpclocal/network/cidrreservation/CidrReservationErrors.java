package io.vpclocal.network.cidrreservation;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;

/** AWS's errors about reservations in subnets. */
final class CidrReservationErrors {

    private CidrReservationErrors() {}

    /** Recorded from AWS. */
    static AwsException overlap(Cidr cidr) {
        return new AwsException(
                "InvalidParameterValue", "Reservation CIDR " + cidr + " has overlap with existing reserved CIDR block");
    }

    /** Our guess. */
    static AwsException outsideSubnet(Cidr cidr, String subnetId) {
        return new AwsException(
                "InvalidParameterValue",
                "Reservation CIDR " + cidr + " does not fall within the CIDR blocks of subnet " + subnetId);
    }
}

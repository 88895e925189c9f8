package io.vpclocal.network.peering;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about peering connections. */
final class PeeringErrors {

    private static final String NOT_PERMITTED = "OperationNotPermitted";
    private static final String INVALID_VALUE = "InvalidParameterValue";

    private PeeringErrors() {}

    static AwsException alreadyExists(String id) {
        return new AwsException(
                "VpcPeeringConnectionAlreadyExists", "A VPC peering connection between the VPCs already exists: " + id);
    }

    static AwsException badOwner(String account) {
        return Ec2Errors.invalidValue("peerOwnerId", account, "Expecting a twelve-digit account ID.");
    }

    static AwsException badRegion(String region) {
        return Ec2Errors.invalidValue("peerRegion", region, "Expecting a Region of this partition.");
    }

    /** @param to the state that the action would lead to */
    static AwsException transition(String id, PeeringState from, PeeringState to) {
        return new AwsException(
                "InvalidStateTransition",
                "Invalid state transition for " + id + ", attempted to transition from " + from.wire() + " to "
                        + to.wire());
    }

    /** @param verb {@code accept}, {@code reject} or {@code delete} */
    static AwsException notYours(String account, String verb, String id) {
        return new AwsException(NOT_PERMITTED, "User (" + account + ") cannot " + verb + " peering " + id);
    }

    /** @param verbs {@code accepted}, or {@code accepted or rejected} */
    static AwsException otherRegion(String region, String id, String verbs, String accepterRegion) {
        return new AwsException(
                NOT_PERMITTED,
                "Incorrect region (" + region + ") specified for this request. VPC peering connection " + id
                        + " must be " + verbs + " in region " + accepterRegion);
    }

    static AwsException notActive(String id) {
        return new AwsException(
                NOT_PERMITTED,
                "Peering " + id + " is not active. Peering options can be added only to active peerings.");
    }

    /** @param side {@code requester} or {@code accepter} */
    static AwsException optionsOfOtherAccount(String account, String side) {
        return new AwsException(
                NOT_PERMITTED,
                "User " + account + " does not have permission to modify the " + side + " side peering options");
    }

    /** @param side {@code Requester} or {@code Accepter} */
    static AwsException optionsOfOtherRegion(String side) {
        return new AwsException(
                NOT_PERMITTED, side + "'s VPC Peering connection options cannot be modified for a different region");
    }

    static AwsException noOptions() {
        return new AwsException(
                "MissingParameter",
                "The request must contain the parameter accepterPeeringConnectionOptions or"
                        + " requesterPeeringConnectionOptions");
    }

    static AwsException dnsHostnamesDisabled(String vpcId) {
        return new AwsException(
                "InvalidVpcPeeringConnectionState.DnsHostnamesDisabled",
                "To enable DNS hostname resolution for the VPC peering connection, DNS hostname support must be enabled"
                        + " for the VPC " + vpcId);
    }

    static AwsException overlapsPeer(Cidr cidr, String connectionId) {
        return new AwsException(
                "InvalidVpc.Range",
                "The CIDR '" + cidr + "' conflicts with a CIDR block of the VPC behind the VPC peering connection "
                        + connectionId + ".");
    }

    static AwsException requestPending(Cidr cidr, String connectionId) {
        return new AwsException(
                NOT_PERMITTED,
                "The CIDR '" + cidr + "' cannot be added while the VPC peering connection " + connectionId
                        + ", which this VPC has requested, is pending acceptance.");
    }
}

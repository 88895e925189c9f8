package io.vpclocal.network.routetable;

import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.resource.Ec2Errors;

/** AWS's errors about route tables, associations and routes. */
final class RouteTableErrors {

    private RouteTableErrors() {}

    static AwsException differentNetworks(String tableId, String what, String id) {
        return new AwsException(
                "InvalidParameterValue",
                "route table " + tableId + " and " + what + " " + id + " belong to different networks");
    }

    static AwsException associationConflict(String tableId) {
        return new AwsException(
                "Resource.AlreadyAssociated",
                "the specified association for route table " + tableId + " conflicts with an existing association");
    }

    static AwsException mainAssociation(String id) {
        return new AwsException("InvalidParameterValue", "cannot disassociate the main route table association " + id);
    }

    static AwsException oneToAssociate(boolean none) {
        return none
                ? CommonErrors.missingParameter(AwsService.EC2, "subnetId")
                : Ec2Errors.notTogether("subnetId", "gatewayId");
    }

    static AwsException oneDestination(boolean none) {
        return oneOf(
                none,
                "The request must contain exactly one of: destinationCidrBlock, destinationIpv6CidrBlock,"
                        + " destinationPrefixListId");
    }

    static AwsException oneTarget(boolean none, boolean replacing) {
        return oneOf(
                none,
                "The request must contain exactly one of gatewayId, localGatewayId, carrierGatewayId, natGatewayId,"
                        + " networkInterfaceId, vpcPeeringConnectionId, egressOnlyInternetGatewayId, transitGatewayId,"
                        + " vpcEndpointId, coreNetworkArn or instanceId"
                        + (replacing ? ", or must have localTarget set to true" : ""));
    }

    private static AwsException oneOf(boolean none, String message) {
        return new AwsException(none ? "MissingParameter" : "InvalidParameterCombination", message);
    }

    static AwsException gatewayNotAttached(String gatewayId, String vpcId) {
        return new AwsException(
                "Gateway.NotAttached", "resource " + gatewayId + " is not attached to network " + vpcId);
    }

    static AwsException wrongTarget(String parameter, String id) {
        return new AwsException("InvalidParameterValue", "invalid value for parameter " + parameter + ": " + id);
    }

    static AwsException notHere(String parameter) {
        return CommonErrors.notHere("routes with " + parameter);
    }

    /** UNVERIFIED: code and text. */
    static AwsException reserved(RouteDestination destination) {
        return Ec2Errors.invalidValue(
                destination.kind().parameter(), destination, "This range is reserved for use by AWS services.");
    }

    static AwsException routeExists(RouteDestination destination) {
        return new AwsException("RouteAlreadyExists", "The route identified by " + destination + " already exists.");
    }

    static AwsException prefixListRouteExists(String tableId, String prefixListId) {
        return new AwsException(
                "RouteAlreadyExists",
                "route table " + tableId + " already has a route with destination-prefix-list-id " + prefixListId);
    }

    static AwsException routeNotFound(RouteDestination destination, String tableId) {
        return new AwsException(
                "InvalidRoute.NotFound",
                "no route with " + destination.kind().dashed() + " " + destination + " in route table " + tableId);
    }

    static AwsException nothingToReplace(RouteDestination destination) {
        return new AwsException(
                "InvalidParameterValue",
                "There is no route defined for '" + destination + "' in the route table. Use CreateRoute instead.");
    }

    static AwsException localRoute(RouteDestination destination, String tableId) {
        return new AwsException(
                "InvalidParameterValue", "cannot remove local route " + destination + " in route table " + tableId);
    }

    /** Our guess. */
    static AwsException propagatedRoute(RouteDestination destination, String tableId) {
        return new AwsException(
                "InvalidParameterValue",
                "cannot remove propagated route " + destination + " in route table " + tableId);
    }

    /** @param verb {@code remove} or {@code replace} */
    static AwsException endpointRoute(String verb, RouteDestination destination, String tableId) {
        return new AwsException(
                "InvalidParameterValue",
                "cannot " + verb + " VPC endpoint route " + destination + " in route table " + tableId);
    }

    static AwsException localTargetOnly() {
        return new AwsException(
                "InvalidParameterValue", "local-target only allowed with network local destination CIDRs");
    }

    static AwsException insideVpc(RouteDestination destination) {
        return new AwsException(
                "InvalidParameterValue",
                "The destination CIDR block " + destination
                        + " is equal to or more specific than one of this VPC's CIDR blocks."
                        + " This route can target only an interface or an instance.");
    }

    static AwsException noSuchSubnet() {
        return new AwsException("InvalidParameterValue", "Route destination doesn't match any subnet CIDR blocks.");
    }

    static AwsException gatewayTableTarget() {
        return new AwsException(
                "InvalidParameterValue",
                "Route target is not supported. This route only supports interface and instance targets.");
    }

    static AwsException gatewayTableDestination(RouteDestination destination, String tableId) {
        return new AwsException(
                "InvalidParameterValue",
                "The destination " + destination + " is neither a CIDR block of the VPC nor that of one of its subnets."
                        + " Route table " + tableId + " is associated with a gateway and supports no others.");
    }

    static AwsException unfitForGateway(String tableId, String gatewayId, RouteDestination destination) {
        return new AwsException(
                "InvalidParameterValue",
                "The route table " + tableId + " cannot be associated with the gateway " + gatewayId + ": its route to "
                        + destination + " is not supported in a gateway route table.");
    }

    static AwsException ipv6Only(RouteDestination destination, String parameter) {
        return Ec2Errors.notTogether(destination.kind().parameter(), parameter);
    }

    static AwsException endpointNotSupported(String tableId, String endpointId) {
        return new AwsException(
                "RouteNotSupported",
                "Route table " + tableId + " contains unsupported route target: " + endpointId
                        + ". VPC Endpoints of this type cannot be used as route targets.");
    }

    static AwsException endpointWithPrefixList(String tableId, String endpointId) {
        return new AwsException(
                "RouteNotSupported",
                "Route table " + tableId + " contains unsupported route target: " + endpointId
                        + ". A prefix list cannot be the destination of a route to a VPC endpoint.");
    }

    static AwsException cidrConflictsWithRoute(Cidr cidr, RouteDestination destination, String tableId) {
        return new AwsException(
                "InvalidVpc.Range",
                "The CIDR '" + cidr + "' conflicts with the route to " + destination + " in route table " + tableId
                        + ".");
    }

    static AwsException tableOfOtherVpc(String tableId, String vpcId) {
        return new AwsException(
                "InvalidParameter", "Route table " + tableId + " does not belong to the VPC " + vpcId + ".");
    }
}

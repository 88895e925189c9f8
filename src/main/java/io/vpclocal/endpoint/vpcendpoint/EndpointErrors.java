package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.Ec2Errors;
import java.util.Collection;

/** AWS's errors about endpoints. Texts without a source in the tests are our guess. */
public final class EndpointErrors {

    private static final String INVALID = "InvalidParameter";

    private EndpointErrors() {}

    static AwsException noSuchType(String type) {
        return Ec2Errors.invalidValue("vpcEndpointType", type);
    }

    public static AwsException onlyFor(String parameter, String types) {
        return new AwsException(INVALID, parameter + " is applicable only to " + types + " VPC Endpoints.");
    }

    public static AwsException routeTablesOnlyForGateway() {
        return new AwsException(INVALID, "Route table IDs are only supported for Gateway type VPC Endpoint.");
    }

    public static AwsException subnetsNotForGateway() {
        return new AwsException(
                INVALID, "Subnet IDs are only supported for Interface and GatewayLoadBalancer type VPC Endpoints.");
    }

    public static AwsException groupsNotForGateway() {
        return new AwsException(INVALID, "Security group IDs are only supported for Interface type VPC Endpoints.");
    }

    public static AwsException oneSubnetOnly() {
        return new AwsException(INVALID, "GatewayLoadBalancer type VPC Endpoints must have exactly one subnet.");
    }

    public static AwsException routesLeadToIt() {
        return new AwsException(INVALID, "Endpoint must be removed from route table before deletion");
    }

    public static AwsException notAvailable(String endpointId) {
        return new AwsException("InvalidParameterValue", "The Vpc Endpoint '" + endpointId + "' is not available.");
    }

    static AwsException noSuchPreference(String preference) {
        return Ec2Errors.invalidValue("privateDnsPreference", preference);
    }

    public static AwsException domainsWithoutPrivateDns() {
        return new AwsException(INVALID, "DnsOptions PrivateDnsPreference can be set only if private DNS is enabled.");
    }

    static AwsException domainsDoNotFit(String preference) {
        return new AwsException(
                INVALID,
                "DnsOptions PrivateDnsSpecifiedDomains must be set for the preferences that name specified domains, and"
                        + " only for them: " + preference + ".");
    }

    static AwsException badDomain(String domain) {
        return new AwsException(INVALID, "The private DNS domain " + domain + " is not valid.");
    }

    static AwsException tooManyDomains(int most) {
        return new AwsException(
                INVALID, "DnsOptions PrivateDnsSpecifiedDomains may have " + most + " domains at most.");
    }

    public static AwsException limitExceeded() {
        return new AwsException("VpcEndpointLimitExceeded", "The maximum number of VPC endpoints has been reached.");
    }

    public static AwsException noGroupLeft() {
        return new AwsException(INVALID, "An Interface VPC Endpoint must always have at least one Security Group.");
    }

    public static AwsException groupOfOtherVpc(String groupId, String vpcId) {
        return differentNetworks("Security group", groupId, vpcId);
    }

    public static AwsException subnetOfOtherVpc(String subnetId, String vpcId) {
        return differentNetworks("Subnet", subnetId, vpcId);
    }

    public static AwsException notOfEndpoint(String what, String id, String endpointId) {
        return new AwsException(
                INVALID, "The " + what + " " + id + " is not associated with the VPC endpoint " + endpointId + ".");
    }

    public static AwsException zoneTaken(String subnetId) {
        return new AwsException(
                "DuplicateSubnetsInSameZone",
                "Found another VPC endpoint subnet in the availability zone of " + subnetId
                        + ". VPC endpoint subnets should be in different availability zones supported by the VPC"
                        + " endpoint service.");
    }

    public static AwsException zoneNotSupported(String service, String subnetId) {
        return new AwsException(
                INVALID,
                "The VPC endpoint service " + service + " does not support the availability zone of the subnet: "
                        + subnetId + ".");
    }

    public static AwsException zoneWithoutRemoteAccess(Collection<String> supportedZoneIds) {
        return new AwsException(
                INVALID,
                "Only the following availability zones are supported for remote access: "
                        + String.join(", ", supportedZoneIds));
    }

    public static AwsException configuredTwice(String subnetId) {
        return new AwsException(INVALID, "The subnet " + subnetId + " has more than one subnet configuration.");
    }

    public static AwsException addressTypeNotOffered(String service, String type) {
        return new AwsException(
                INVALID,
                "The VPC endpoint service " + service + " does not support the IP address type: " + type + ".");
    }

    public static AwsException subnetLacksAddressType(String subnetId, String type) {
        return new AwsException(
                INVALID, "The subnet " + subnetId + " does not support the IP address type: " + type + ".");
    }

    static AwsException recordTypeDoesNotFit(String recordType, String addressType) {
        return new AwsException(
                INVALID,
                "The DNS record IP type " + recordType + " cannot be used with the IP address type " + addressType
                        + ".");
    }

    public static AwsException noPrivateName(String service) {
        return new AwsException(
                INVALID,
                "Private DNS can't be enabled because the service " + service
                        + " does not provide a private DNS name.");
    }

    public static AwsException privateDnsNotAccepted(String service) {
        return new AwsException(
                INVALID,
                "Private DNS can only be enabled after the endpoint connection is accepted by the owner of " + service);
    }

    public static AwsException dnsAttributesOff(String vpcId) {
        return new AwsException(
                INVALID,
                "Enabling private DNS requires both enableDnsSupport and enableDnsHostnames VPC attributes set to true"
                        + " for " + vpcId);
    }

    public static AwsException conflictingDomain(String domain, String vpcId) {
        return new AwsException(
                INVALID,
                "private-dns-enabled cannot be set because there is already a conflicting DNS domain for " + domain
                        + " in the VPC " + vpcId);
    }

    public static AwsException noGatewayForResolvers(String vpcId) {
        return new AwsException(
                INVALID,
                "To set PrivateDnsOnlyForInboundResolverEndpoint to true, the VPC " + vpcId
                        + " must have a Gateway endpoint for the service.");
    }

    public static AwsException resolversWithoutPrivateDns() {
        return new AwsException(
                INVALID, "To set PrivateDnsOnlyForInboundResolverEndpoint to true, private DNS must be enabled.");
    }

    public static AwsException resolversNotForService(String service) {
        return new AwsException(
                INVALID,
                "PrivateDnsOnlyForInboundResolverEndpoint cannot be set to true because the service " + service
                        + " does not support Gateway endpoints.");
    }

    public static AwsException gatewayNeeded(String interfaceEndpointId) {
        return new AwsException(
                INVALID,
                "Gateway endpoint cannot be deleted while Interface endpoint " + interfaceEndpointId
                        + " for the service has PrivateDnsOnlyForInboundResolverEndpoint set to true.");
    }

    public static AwsException invalidPolicy(String message) {
        return new AwsException("InvalidPolicyDocument", message);
    }

    public static AwsException policyTooLong(int most) {
        return invalidPolicy("The Policy Document is not valid. It may have " + most + " characters at most.");
    }

    public static AwsException onlyFullAccess(String service) {
        return new AwsException(INVALID, "Service " + service + " only supports the full-access endpoint policy.");
    }

    public static AwsException policyAndReset() {
        return Ec2Errors.notTogether("policyDocument", "resetPolicy");
    }

    public static AwsException beingDeleted(String endpointId) {
        return new AwsException("InvalidState", "The Vpc Endpoint '" + endpointId + "' is being deleted.");
    }

    public static AwsException beingModified() {
        return new AwsException("OperationInProgress", "VpcEndpoint modify operation in progress");
    }

    public static AwsException notToDecide(String endpointId, String state) {
        return new AwsException("InvalidState", "The Vpc Endpoint '" + endpointId + "' is in the state " + state + ".");
    }

    public static AwsException serviceGone(String service) {
        return Ec2Errors.notFound("InvalidServiceName", "Vpc Endpoint Service", service);
    }

    /** DeleteVpcEndpoints has another text than the actions that fail as a whole. */
    public static AwsException nothingToDelete(String endpointId) {
        return Ec2Errors.notFound("InvalidVpcEndpoint.NotFound", "Vpc Endpoint Id", endpointId);
    }

    private static AwsException differentNetworks(String noun, String id, String vpcId) {
        return new AwsException(INVALID, noun + " " + id + " and VPC " + vpcId + " belong to different networks.");
    }
}

package io.vpclocal.network.routetable;

import io.vpclocal.network.internetgateway.InternetGatewayService;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The target of a route.
 *
 * @param parameter the request parameter that named it
 * @param id an AWS id, or {@link #LOCAL}
 */
record RouteTarget(String parameter, String id) {

    static final String LOCAL = "local";

    private static final String GATEWAY_ID = "gateway-id";

    private record Parameter(String dashed, String... prefixes) {}

    /** Targets by the request member that names them, with the ids each accepts. */
    private static final Map<String, Parameter> PARAMETERS = Map.ofEntries(
            Map.entry("GatewayId", new Parameter(GATEWAY_ID, "igw", "vgw", "vpce", "nat")),
            Map.entry("NatGatewayId", new Parameter("nat-gateway-id", "nat")),
            Map.entry("NetworkInterfaceId", new Parameter("network-interface-id", "eni")),
            Map.entry("InstanceId", new Parameter("instance-id", "i")),
            Map.entry("EgressOnlyInternetGatewayId", new Parameter("egress-only-internet-gateway-id", "eigw")),
            Map.entry("VpcEndpointId", new Parameter("vpc-endpoint-id", "vpce")),
            Map.entry("VpcPeeringConnectionId", new Parameter("vpc-peering-connection-id", "pcx")),
            Map.entry("TransitGatewayId", new Parameter("transit-gateway-id", "tgw")),
            Map.entry("LocalGatewayId", new Parameter("local-gateway-id", "lgw")),
            Map.entry("CarrierGatewayId", new Parameter("carrier-gateway-id", "cagw")),
            Map.entry("CoreNetworkArn", new Parameter("core-network-arn")),
            Map.entry("OdbNetworkArn", new Parameter("odb-network-arn")));

    /** Kinds of gateways whose traffic a route table can direct, with their types in ARNs. */
    private static final Map<String, String> ASSOCIABLE = Map.of(
            "igw", InternetGatewayService.KIND.type(), VpnGatewayService.KIND.prefix(), VpnGatewayService.KIND.type());

    /** AWS's error codes for targets that do not exist. */
    private static final List<ResourceKind> KINDS = List.of(
            kind("igw", "gateway", "InvalidGatewayID"),
            kind("vgw", "gateway", "InvalidGatewayID"),
            kind("eigw", "eigw", "InvalidGatewayID"),
            kind("nat", "natGateway", "InvalidNatGatewayID"),
            kind("eni", "networkInterface", "InvalidNetworkInterfaceID"),
            kind("i", "instance", "InvalidInstanceID"),
            kind("pcx", "vpcPeeringConnection", "InvalidVpcPeeringConnectionID"),
            kind("tgw", "transitGateway", "InvalidTransitGatewayID"),
            kind("lgw", "localGateway", "InvalidLocalGatewayID"),
            kind("cagw", "carrierGateway", "InvalidCarrierGatewayID"),
            new ResourceKind("", "vpce", "Vpc Endpoint Id", "InvalidVpcEndpointId", "", ResourceKind.UNNAMED_ID));

    /**
     * The one target that a request names.
     *
     * @param replacing true for a request that may also name the VPC itself
     * @throws AwsException if it names no target, several, or an id that the parameter does not accept
     */
    static RouteTarget of(SdkPojo request, boolean replacing) {
        List<RouteTarget> given = new ArrayList<>();
        for (SdkField<?> field : request.sdkFields()) {
            Object value = field.getValueOrDefault(request);
            if (PARAMETERS.containsKey(field.memberName()) && value instanceof String text && !text.isEmpty()) {
                given.add(new RouteTarget(field.memberName(), text));
            } else if (field.memberName().equals("LocalTarget") && Boolean.TRUE.equals(value)) {
                given.add(new RouteTarget("LocalTarget", LOCAL));
            }
        }
        if (given.size() != 1) {
            throw RouteTableErrors.oneTarget(given.isEmpty(), replacing);
        }
        given.get(0).requireFitting();
        return given.get(0);
    }

    /** A target that the emulator chose. */
    static RouteTarget gateway(String id) {
        return new RouteTarget("GatewayId", id);
    }

    /** The prefix of the id before the dash, which is the kind of target. */
    static String prefix(String id) {
        int dash = id.indexOf('-');
        return dash < 0 ? id : id.substring(0, dash);
    }

    boolean local() {
        return id.equals(LOCAL);
    }

    boolean is(String prefix) {
        return prefix(id).equals(prefix);
    }

    /** True if local routes can be replaced with it. */
    boolean mayTakeLocalTraffic() {
        return is("eni") || is("i") || is("nat") || is("vpce");
    }

    /** AWS takes a NAT gateway also as {@code GatewayId}. */
    boolean natNamedAsGateway() {
        return is("nat") && parameter.equals("GatewayId");
    }

    /** The error for a NAT gateway that was named so. */
    AwsException gatewayNotFound() {
        return kind("nat", "gateway", "InvalidGatewayID").notFound(id);
    }

    String lowerParameter() {
        return Character.toLowerCase(parameter.charAt(0)) + parameter.substring(1);
    }

    AwsException notFound() {
        return KINDS.stream()
                .filter(kind -> is(kind.prefix()))
                .findFirst()
                .map(kind -> kind.notFound(id))
                .orElseGet(() -> RouteTableErrors.wrongTarget(GATEWAY_ID, id));
    }

    /** @throws AwsException if a route table cannot be associated with the id's kind of gateway */
    static void requireAssociable(String gatewayId) {
        if (!ASSOCIABLE.containsKey(prefix(gatewayId))) {
            throw RouteTableErrors.wrongTarget(GATEWAY_ID, gatewayId);
        }
    }

    /** The type in ARNs of a gateway that a route table is associated with. */
    static String gatewayType(String gatewayId) {
        return ASSOCIABLE.getOrDefault(prefix(gatewayId), InternetGatewayService.KIND.type());
    }

    private void requireFitting() {
        Parameter named = PARAMETERS.get(parameter);
        if (named == null) {
            return;
        }
        if (named.prefixes.length == 0) {
            throw RouteTableErrors.notHere(lowerParameter());
        }
        if (!List.of(named.prefixes).contains(prefix(id))) {
            throw RouteTableErrors.wrongTarget(named.dashed, id);
        }
    }

    private static ResourceKind kind(String prefix, String label, String code) {
        return new ResourceKind("", prefix, label, code);
    }
}

package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.network.routetable.GatewayRoutes;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.ResourceKind;
import java.util.Collection;

/**
 * The ids in requests about endpoints. PrivateLink actions use other error codes than network actions ({@code
 * InvalidVpcId}, not {@code InvalidVpcID}). Any lower-case letters and digits after the dash are a well-formed id.
 */
public enum EndpointIds {
    VPC_ENDPOINT("vpce", "InvalidVpcEndpointId", "Id", "The Vpc Endpoint Id '%s' does not exist"),
    VPC("vpc", "InvalidVpcId", "Id", "The Vpc Id %s does not exist"),
    SUBNET("subnet", "InvalidSubnetId", "Subnet Id", "The subnet ID '%s' does not exist"),
    ROUTE_TABLE("rtb", GatewayRoutes.KIND.code(), "Id", "The routeTable ID '%s' does not exist"),
    SECURITY_GROUP("sg", "InvalidSecurityGroupId", "Id", "The security group '%s' does not exist");

    /** The id format of endpoints for tags, descriptions, and policies. */
    public static final ResourceKind KIND = new ResourceKind(
            "vpc-endpoint", "vpce", "Vpc Endpoint", "InvalidVpcEndpointId", "InvalidVpcEndpointId", " Id");

    private final String prefix;
    private final String code;
    private final String label;
    private final String notFound;

    EndpointIds(String prefix, String code, String label, String notFound) {
        this.prefix = prefix;
        this.code = code;
        this.label = label;
        this.notFound = notFound;
    }

    /** @throws AwsException {@code .Malformed} for the first malformed id */
    public void requireWellFormed(Collection<String> ids) {
        ids.forEach(this::requireWellFormed);
    }

    public void requireWellFormed(String id) {
        if (!id.matches(prefix + "-[a-z0-9]+")) {
            throw new AwsException(
                    code + ".Malformed",
                    "Invalid " + label + ": '" + id + "' (expecting '" + prefix
                            + "-...; the Id may only contain lowercase alphanumeric characters and a single dash')");
        }
    }

    public AwsException notFound(String id) {
        return new AwsException(code + ".NotFound", notFound.formatted(id));
    }
}

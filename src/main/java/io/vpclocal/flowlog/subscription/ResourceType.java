package io.vpclocal.flowlog.subscription;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.ResourceKind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The resource types of flow logs. Those without a {@link ResourceKind} are not emulated.
 */
enum ResourceType {
    VPC("VPC", new ResourceKind("vpc", "vpc", "vpc", "InvalidVpcID")),
    SUBNET("Subnet", new ResourceKind("subnet", "subnet", "subnet", "InvalidSubnetID")),
    NETWORK_INTERFACE(
            "NetworkInterface",
            new ResourceKind(
                    "network-interface",
                    "eni",
                    "networkInterface",
                    "InvalidNetworkInterfaceID",
                    "InvalidNetworkInterfaceId")),
    TRANSIT_GATEWAY("TransitGateway", null),
    TRANSIT_GATEWAY_ATTACHMENT("TransitGatewayAttachment", null),
    REGIONAL_NAT_GATEWAY("RegionalNatGateway", null);

    private final String wireName;
    private final @Nullable ResourceKind kind;

    ResourceType(String wireName, @Nullable ResourceKind kind) {
        this.wireName = wireName;
        this.kind = kind;
    }

    /** The type with this name. The wire format allows no other name. */
    static ResourceType of(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    boolean transit() {
        return this == TRANSIT_GATEWAY || this == TRANSIT_GATEWAY_ATTACHMENT;
    }

    int mostPerRequest() {
        return transit() ? FlowLogLimits.TRANSIT_GATEWAYS_PER_REQUEST : FlowLogLimits.RESOURCES_PER_REQUEST;
    }

    /** Malformed ids of transit gateways and attachments are those of nothing (recorded). */
    boolean wellFormed(String id) {
        return kind == null ? transit() : kind.wellFormed(id);
    }

    /** The error for a malformed or unknown id of this type. */
    AwsException missing(String id) {
        if (kind != null) {
            return kind.missing(id);
        }
        return switch (this) {
            case TRANSIT_GATEWAY -> FlowLogErrors.transitGatewayNotFound(id);
            case TRANSIT_GATEWAY_ATTACHMENT -> FlowLogErrors.attachmentNotFound(id);
            default -> FlowLogErrors.natGatewayNotFound(id);
        };
    }
}

package io.vpclocal.network.natgateway;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;
import software.amazon.awssdk.services.ec2.model.Tag;

/** NAT gateways as the API shows them. */
final class NatGatewayWire {

    private NatGatewayWire() {}

    /** The response to CreateNatGateway is always {@code pending}, even if the gateway fails. */
    static NatGateway pending(NatGatewayEntity gateway, List<Tag> tags) {
        return common(gateway, tags)
                .state("pending")
                .natGatewayAddresses(NatGatewayAddress.builder()
                        .allocationId(gateway.allocationId())
                        .isPrimary(true)
                        .status("associating")
                        .build())
                .build();
    }

    static NatGateway toWire(NatGatewayEntity gateway, List<Tag> tags) {
        return common(gateway, tags)
                .state(gateway.state())
                .natGatewayAddresses(NatGatewayAddress.builder()
                        .allocationId(gateway.allocationId())
                        .associationId(gateway.associationId())
                        .networkInterfaceId(gateway.networkInterfaceId())
                        .privateIp(gateway.privateIp().orElse(null))
                        .publicIp(gateway.publicIp().orElse(null))
                        .isPrimary(true)
                        .status(status(gateway))
                        .build())
                .failureCode(gateway.failureCode())
                .failureMessage(gateway.failureMessage())
                .deleteTime(gateway.endedAt())
                .build();
    }

    private static NatGateway.Builder common(NatGatewayEntity gateway, List<Tag> tags) {
        return NatGateway.builder()
                .natGatewayId(gateway.id())
                .vpcId(gateway.vpcId())
                .subnetId(gateway.subnetId())
                .connectivityType(gateway.connectivityType())
                .availabilityMode("zonal")
                .createTime(gateway.createdAt())
                .tags(tags);
    }

    private static String status(NatGatewayEntity gateway) {
        return switch (gateway.state()) {
            case "failed" -> "failed";
            case "deleted" -> "disassociating";
            default -> "succeeded";
        };
    }
}

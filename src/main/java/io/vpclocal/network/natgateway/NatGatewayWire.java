package io.vpclocal.network.natgateway;

import static io.vpclocal.resource.WireForms.orAbsent;
import static io.vpclocal.resource.WireForms.seconds;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.NatGateway;
import software.amazon.awssdk.services.ec2.model.NatGatewayAddress;
import software.amazon.awssdk.services.ec2.model.Tag;

/** NAT gateways as the API shows them. */
final class NatGatewayWire {

    private NatGatewayWire() {}

    /** The response to CreateNatGateway is always {@code pending}, even if the gateway fails. */
    static NatGateway pending(NatGatewayEntity gateway, NatGatewayPlan plan, List<Tag> tags) {
        return common(gateway, tags)
                .state("pending")
                .natGatewayAddresses(Stream.concat(
                                Stream.of(associating(gateway.allocationId(), true)),
                                plan.moreAllocationIds().stream().map(id -> associating(id, false)))
                        .toList())
                .build();
    }

    static NatGateway toWire(NatGatewayEntity gateway, List<Tag> tags) {
        return common(gateway, tags)
                .state(gateway.state())
                .natGatewayAddresses(Stream.concat(
                                Stream.of(primary(gateway)),
                                gateway.secondaries().stream()
                                        .map(address -> secondary(gateway, address, status(gateway))))
                        .toList())
                .failureCode(gateway.failureCode())
                .failureMessage(gateway.failureMessage())
                .deleteTime(seconds(gateway.endedAt()))
                .build();
    }

    /** The secondary addresses that a call changed. */
    static List<NatGatewayAddress> secondaries(NatGatewayAddresses.Changed changed, String status) {
        return changed.addresses().stream()
                .map(address -> secondary(changed.gateway(), address, status))
                .toList();
    }

    private static NatGatewayAddress associating(@Nullable String allocationId, boolean primary) {
        return NatGatewayAddress.builder()
                .allocationId(allocationId)
                .isPrimary(primary)
                .status("associating")
                .build();
    }

    private static NatGatewayAddress secondary(NatGatewayEntity gateway, SecondaryAddress address, String status) {
        return NatGatewayAddress.builder()
                .allocationId(address.allocationId())
                .associationId(address.associationId())
                .networkInterfaceId(gateway.networkInterfaceId())
                .privateIp(address.privateIp())
                .publicIp(address.publicIp())
                .isPrimary(false)
                .status(status)
                .build();
    }

    private static NatGatewayAddress primary(NatGatewayEntity gateway) {
        return NatGatewayAddress.builder()
                .allocationId(gateway.allocationId())
                .associationId(gateway.associationId())
                .networkInterfaceId(gateway.networkInterfaceId())
                .privateIp(gateway.privateIp().orElse(null))
                .publicIp(gateway.publicIp().orElse(null))
                .isPrimary(true)
                .status(status(gateway))
                .build();
    }

    private static NatGateway.Builder common(NatGatewayEntity gateway, List<Tag> tags) {
        return NatGateway.builder()
                .natGatewayId(gateway.id())
                .vpcId(gateway.vpcId())
                .subnetId(gateway.subnetId())
                .connectivityType(gateway.connectivityType())
                .availabilityMode("zonal")
                .createTime(seconds(gateway.createdAt()))
                .tags(orAbsent(tags));
    }

    private static String status(NatGatewayEntity gateway) {
        return switch (gateway.state()) {
            case "failed" -> "failed";
            case "deleted" -> "disassociating";
            default -> "succeeded";
        };
    }
}

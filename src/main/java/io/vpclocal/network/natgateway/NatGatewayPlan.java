package io.vpclocal.network.natgateway;

import io.vpclocal.protocol.AwsException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.ConnectivityType;
import software.amazon.awssdk.services.ec2.model.CreateNatGatewayRequest;

/**
 * The addresses of a new NAT gateway.
 *
 * @param allocationId null for a private gateway
 * @param privateIp null for any free address
 * @param moreAllocationIds the Elastic IP addresses of its secondary addresses
 * @param morePrivateIps its secondary private addresses; for a public gateway those without one are chosen
 * @param morePrivateCount the number of secondary private addresses to choose, for a private gateway
 */
record NatGatewayPlan(
        @Nullable String allocationId,
        @Nullable String privateIp,
        List<String> moreAllocationIds,
        List<String> morePrivateIps,
        int morePrivateCount) {

    /** @throws AwsException if the parameters do not fit together */
    static NatGatewayPlan of(CreateNatGatewayRequest request) {
        boolean isPrivate = request.connectivityType() == ConnectivityType.PRIVATE;
        String allocationId = request.allocationId();
        if (isPrivate && allocationId != null) {
            throw NatGatewayErrors.allocationOfPrivate("AllocationId");
        }
        if (isPrivate && !request.secondaryAllocationIds().isEmpty()) {
            throw NatGatewayErrors.allocationOfPrivate("SecondaryAllocationIds");
        }
        if (!isPrivate && (allocationId == null || allocationId.isEmpty())) {
            throw NatGatewayErrors.noAllocation();
        }
        Integer count = request.secondaryPrivateIpAddressCount();
        if (!isPrivate && count != null) {
            throw NatGatewayErrors.countOfPublic();
        }
        requireOne(
                request.secondaryPrivateIpAddresses(),
                "SecondaryPrivateIpAddresses",
                count,
                "SecondaryPrivateIpAddressCount");
        return new NatGatewayPlan(
                allocationId,
                request.privateIpAddress(),
                request.secondaryAllocationIds(),
                request.secondaryPrivateIpAddresses(),
                count == null ? 0 : count);
    }

    /** The number of private addresses to choose. */
    int chosen() {
        int secondaries = morePrivateCount + Math.max(0, moreAllocationIds.size() - morePrivateIps.size());
        return secondaries + (privateIp == null ? 1 : 0);
    }

    /** @throws AwsException if both addresses and their number are given, or the number is not positive */
    static void requireOne(List<String> addresses, String list, @Nullable Integer count, String countName) {
        if (!addresses.isEmpty() && count != null) {
            throw NatGatewayErrors.both(countName, list);
        }
        if (count != null && (count < 1 || count > NatGatewayLimits.MOST_SECONDARIES)) {
            throw NatGatewayErrors.outOfRange(countName, count, NatGatewayLimits.MOST_SECONDARIES);
        }
    }
}

package io.vpclocal.flowlog.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of the network interface itself, whatever the traffic. Null is written as {@code -}.
 *
 * @param interfaceId null for a regional NAT gateway, which has {@code resourceId} instead
 * @param instanceId null also for requester-managed interfaces
 * @param interfaceType as flow logs name it ({@code nat_gateway}, {@code vpc_endpoint}, ...), else null
 * @param more values of the ECS and tag fields, which few interfaces have, before any escaping
 */
public record InterfaceDetails(
        String accountId,
        @Nullable String interfaceId,
        @Nullable String vpcId,
        @Nullable String subnetId,
        @Nullable String instanceId,
        @Nullable String region,
        @Nullable String azId,
        @Nullable String sublocationType,
        @Nullable String sublocationId,
        @Nullable String resourceId,
        @Nullable String interfaceType,
        Map<RecordField, String> more) {

    public InterfaceDetails {
        more = Map.copyOf(more);
    }

    /** Every instance here counts as one of the Nitro System, as for traffic paths. */
    public boolean ofNitroInstance() {
        return instanceId != null;
    }

    /** An interface of which only the ids are known. */
    public static InterfaceDetails of(String accountId, String interfaceId) {
        return new InterfaceDetails(
                accountId, interfaceId, null, null, null, null, null, null, null, null, null, Map.of());
    }
}

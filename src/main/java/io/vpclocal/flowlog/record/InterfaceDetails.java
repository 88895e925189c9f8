package io.vpclocal.flowlog.record;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a record that describe the network interface. Null is written as {@code -}.
 *
 * @param interfaceId null for a regional NAT gateway, which has {@code resourceId} instead
 * @param instanceId null also for requester-managed interfaces
 * @param interfaceType the name in flow logs ({@code nat_gateway}, {@code vpc_endpoint}, ...) or null
 * @param more unescaped values of the ECS and tag fields, which few interfaces have
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

    /**
     * True if the interface belongs to an instance. The emulator treats every instance as Nitro, also for traffic
     * paths.
     */
    public boolean ofNitroInstance() {
        return instanceId != null;
    }

    /** An interface with only its ids known. */
    public static InterfaceDetails of(String accountId, String interfaceId) {
        return new InterfaceDetails(
                accountId, interfaceId, null, null, null, null, null, null, null, null, null, Map.of());
    }
}

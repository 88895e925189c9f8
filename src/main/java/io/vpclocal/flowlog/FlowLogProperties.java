package io.vpclocal.flowlog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.flow-logs.*}
 *
 * @param pollInterval the time between two checks for windows to close
 * @param deliveryDelay the time from a window's end until it is closed; AWS takes minutes
 * @param noData whether interfaces without traffic get a NODATA record per window, as at AWS
 * @param keptAfterFailure how long undelivered traffic is kept while its flow log cannot deliver
 * @param captureCapacity the most distinct flows that each network interface captures per aggregation interval; one
 *     SKIPDATA record stands for the others
 */
@ConfigurationProperties("vpclocal.flow-logs")
public record FlowLogProperties(
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("0s") Duration deliveryDelay,
        @DefaultValue("true") boolean noData,
        @DefaultValue("24h") Duration keptAfterFailure,
        @DefaultValue("" + Integer.MAX_VALUE) int captureCapacity) {

    public FlowLogProperties {
        if (captureCapacity < 0) {
            throw new IllegalArgumentException(
                    "vpclocal.flow-logs.capture-capacity is negative. Use 0 or a positive number.");
        }
    }
}

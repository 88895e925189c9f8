package io.vpclocal.flowlog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.flow-logs.*}
 *
 * @param pollInterval how often it is looked for windows to close
 * @param deliveryDelay how long after its end a window is closed; AWS takes minutes
 * @param noData whether windows without traffic get a NODATA record per interface, as at AWS
 * @param keptAfterFailure how long traffic is kept that a flow log cannot deliver
 * @param captureCapacity how many distinct flows each network interface captures per aggregation interval; for the others
 *     there is a SKIPDATA record
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
            throw new IllegalArgumentException("vpclocal.flow-logs.capture-capacity is 0 or more");
        }
    }
}

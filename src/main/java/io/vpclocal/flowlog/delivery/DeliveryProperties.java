package io.vpclocal.flowlog.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.flow-logs.*}: the settings for delivering records.
 *
 * @param pollInterval the time between two searches for windows to close
 * @param deliveryDelay how long after its end a window is closed; AWS takes minutes
 * @param noData whether windows without traffic get a NODATA record per interface, as at AWS
 * @param keptAfterFailure how long traffic is kept that a flow log cannot deliver
 */
@ConfigurationProperties("vpclocal.flow-logs")
record DeliveryProperties(
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("0s") Duration deliveryDelay,
        @DefaultValue("true") boolean noData,
        @DefaultValue("24h") Duration keptAfterFailure) {}

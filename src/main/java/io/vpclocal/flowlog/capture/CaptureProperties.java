package io.vpclocal.flowlog.capture;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.flow-logs.*}: the settings for capturing traffic.
 *
 * @param captureCapacity how many distinct flows each network interface captures per aggregation interval; the others
 *     get a SKIPDATA record
 */
@ConfigurationProperties("vpclocal.flow-logs")
record CaptureProperties(
        @DefaultValue("" + CaptureCapacities.UNLIMITED) int captureCapacity) {

    CaptureProperties {
        if (captureCapacity < 0) {
            throw new IllegalArgumentException("vpclocal.flow-logs.capture-capacity is 0 or more");
        }
    }
}

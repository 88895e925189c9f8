package io.vpclocal.flowlog.capture;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.flow-logs.*}, as far as the capture of traffic goes.
 *
 * @param captureCapacity how many distinct flows each network interface captures per aggregation interval; for the others
 *     there is a SKIPDATA record
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

package io.vpclocal.traffic.instance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.instance.*}
 *
 * @param transitionTime how long an instance is {@code pending}, {@code stopping} or {@code shutting-down}; with zero
 *     it is {@code running}, {@code stopped} or {@code terminated} at the next describe
 */
@ConfigurationProperties("vpclocal.instance")
record InstanceProperties(@DefaultValue("0s") Duration transitionTime) {}

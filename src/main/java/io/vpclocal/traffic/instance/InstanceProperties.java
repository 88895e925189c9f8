package io.vpclocal.traffic.instance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.instance.*}
 *
 * @param transitionTime how long an instance is {@code pending}, {@code stopping} or {@code shutting-down}; zero makes it
 *     {@code running}, {@code stopped} or {@code terminated} when it is next described
 */
@ConfigurationProperties("vpclocal.instance")
record InstanceProperties(@DefaultValue("0s") Duration transitionTime) {}

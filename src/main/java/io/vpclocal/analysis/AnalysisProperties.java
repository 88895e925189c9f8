package io.vpclocal.analysis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.analysis.*}
 *
 * @param runningTime how long an analysis stays {@code running} after its start; with zero it is {@code succeeded} at
 *     the next describe. The result is that of the network at the start.
 */
@ConfigurationProperties("vpclocal.analysis")
public record AnalysisProperties(@DefaultValue("0s") Duration runningTime) {}

package io.vpclocal.analysis;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.analysis.*}
 *
 * @param runningTime how long an analysis is {@code running} after it was started; zero makes it {@code succeeded} when it
 *     is next described. What it finds is what the network is like when it is started.
 */
@ConfigurationProperties("vpclocal.analysis")
public record AnalysisProperties(@DefaultValue("0s") Duration runningTime) {}

package io.vpclocal.proxy.forward;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code vpclocal.gateway.*}
 *
 * @param maxBodySize the largest body that is received for an upstream; it is stored on disk until it is verified
 * @param connectTimeout the time limit for a connection to an upstream
 * @param answerTimeout the time limit for the beginning of an upstream's answer, and for each further part
 * @param bodyTimeout the time limit for each part of an upload
 */
@ConfigurationProperties("vpclocal.gateway")
record ProxyProperties(
        @DefaultValue("5GB") DataSize maxBodySize,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("60s") Duration answerTimeout,
        @DefaultValue("20s") Duration bodyTimeout) {}

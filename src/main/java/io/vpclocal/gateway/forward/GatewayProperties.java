package io.vpclocal.gateway.forward;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code vpclocal.gateway.*}
 *
 * @param maxBodySize the largest body that is received for an upstream; it is kept on disk until it has been checked
 * @param connectTimeout how long an upstream may take to accept a connection
 * @param answerTimeout how long an upstream may take to begin its answer
 */
@ConfigurationProperties("vpclocal.gateway")
record GatewayProperties(
        @DefaultValue("5GB") DataSize maxBodySize,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("60s") Duration answerTimeout) {}

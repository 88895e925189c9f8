package io.vpclocal.endpoint.vpcendpoint;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.endpoint.*}
 *
 * @param provisioningTime how long an interface endpoint is {@code pending} after it was created or changed; with zero
 *     it is available at the next call
 * @param deletionTime how long a deleted endpoint is {@code deleting} and keeps its interfaces; with zero it is removed
 *     at once
 */
@ConfigurationProperties("vpclocal.endpoint")
public record EndpointProperties(
        @DefaultValue("0s") Duration provisioningTime,
        @DefaultValue("0s") Duration deletionTime) {}

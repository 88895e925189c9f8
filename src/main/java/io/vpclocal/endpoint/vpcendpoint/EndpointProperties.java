package io.vpclocal.endpoint.vpcendpoint;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.endpoint.*}
 *
 * @param provisioningTime how long an interface endpoint is {@code pending} after it was created or changed; zero makes
 *     it available when it is next described
 * @param deletionTime how long an endpoint is {@code deleting}, and its interfaces stay, after it was deleted; zero
 *     removes it at once
 */
@ConfigurationProperties("vpclocal.endpoint")
public record EndpointProperties(
        @DefaultValue("0s") Duration provisioningTime,
        @DefaultValue("0s") Duration deletionTime) {}

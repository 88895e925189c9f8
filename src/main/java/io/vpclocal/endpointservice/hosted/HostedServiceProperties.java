package io.vpclocal.endpointservice.hosted;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.endpointservice.*}
 *
 * @param autoVerify whether private DNS names of hosted services are verified as soon as they are set; otherwise a TXT
 *     record must be published by the control API first
 */
@ConfigurationProperties("vpclocal.endpointservice")
record HostedServiceProperties(@DefaultValue("true") boolean autoVerify) {}

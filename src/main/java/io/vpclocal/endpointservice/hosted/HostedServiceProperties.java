package io.vpclocal.endpointservice.hosted;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.endpointservice.*}
 *
 * @param autoVerify whether StartVpcEndpointServicePrivateDnsVerification verifies a private DNS name without a TXT record;
 *     otherwise the record must be published by the control API first
 */
@ConfigurationProperties("vpclocal.endpointservice")
record HostedServiceProperties(@DefaultValue("true") boolean autoVerify) {}

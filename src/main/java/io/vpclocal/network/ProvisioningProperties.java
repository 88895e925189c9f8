package io.vpclocal.network;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.network.*}
 *
 * @param provisioningTime how long a VPC peering connection stays {@code initiating-request}, {@code provisioning} or
 *     {@code deleting}, a transit gateway or a part of one {@code pending} or {@code deleting}, and a change of VPC Block Public Access {@code …-in-progress}; with zero they end before the
 *     next call
 */
@ConfigurationProperties("vpclocal.network")
public record ProvisioningProperties(@DefaultValue("0s") Duration provisioningTime) {}

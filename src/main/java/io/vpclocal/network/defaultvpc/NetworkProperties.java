package io.vpclocal.network.defaultvpc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.network.*}
 *
 * @param defaultVpc whether accounts have a default VPC in each Region, as in AWS
 */
@ConfigurationProperties("vpclocal.network")
record NetworkProperties(@DefaultValue("true") boolean defaultVpc) {}

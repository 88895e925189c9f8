package io.vpclocal.network.defaultvpc;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.network.*}
 *
 * @param defaultVpc whether accounts find a default VPC in each Region, as at AWS
 */
@ConfigurationProperties("vpclocal.network")
record NetworkProperties(@DefaultValue("true") boolean defaultVpc) {}

package io.vpclocal.control.init;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.init.*}
 *
 * @param directory where the scripts are; it need not exist; empty for none
 * @param timeout how long one script may take
 */
@ConfigurationProperties("vpclocal.init")
record InitProperties(
        @DefaultValue("/etc/vpclocal/init/ready.d") String directory,
        @DefaultValue("10m") Duration timeout) {}

package io.vpclocal.control.init;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.init.*}
 *
 * @param directory the directory of the scripts; it need not exist; empty for none
 * @param timeout the time limit of one script
 */
@ConfigurationProperties("vpclocal.init")
record InitProperties(
        @DefaultValue("/etc/vpclocal/init/ready.d") String directory,
        @DefaultValue("10m") Duration timeout) {}

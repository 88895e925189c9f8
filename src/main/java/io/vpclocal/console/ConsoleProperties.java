package io.vpclocal.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.console.*}
 *
 * @param enabled whether browsers get the console at {@code /}; it also needs the control API
 */
@ConfigurationProperties("vpclocal.console")
record ConsoleProperties(@DefaultValue("true") boolean enabled) {}

package io.vpclocal.console;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.console.*}
 *
 * @param enabled whether browsers get a page at {@code /}; without the control API they do not get it either
 */
@ConfigurationProperties("vpclocal.console")
record ConsoleProperties(@DefaultValue("true") boolean enabled) {}

package io.vpclocal.control;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.control.*}
 *
 * @param enabled whether the emulator's own API is there at all
 * @param requestLogSize how many calls the request log remembers; 0 for none
 * @param allowedOrigins further web pages that may call any API, such as {@code http://localhost:3000}; {@code *} for all
 * @param allowedHosts further names the emulator is called by; {@code *.example.com} for all below one, {@code *} for all
 */
@ConfigurationProperties("vpclocal.control")
public record ControlProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1000") int requestLogSize,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<String> allowedHosts) {}

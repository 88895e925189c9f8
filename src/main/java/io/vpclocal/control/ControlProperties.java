package io.vpclocal.control;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code vpclocal.control.*}
 *
 * @param enabled whether the control API is available
 * @param requestLogSize how many calls the request log keeps; 0 for none
 * @param allowedOrigins additional web origins that may call any API, such as {@code http://localhost:3000}; {@code *}
 *     for all
 * @param allowedHosts additional host names of the emulator; {@code *.example.com} for all below a domain, {@code *}
 *     for all
 */
@ConfigurationProperties("vpclocal.control")
public record ControlProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1000") int requestLogSize,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<String> allowedHosts) {}

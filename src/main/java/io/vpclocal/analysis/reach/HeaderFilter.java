package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Which packets a question is about, at one end of the path.
 *
 * @param source null for any address
 * @param sourcePorts null for any port
 */
public record HeaderFilter(
        @Nullable IpAddress source,
        @Nullable Ranges sourcePorts,
        @Nullable IpAddress destination,
        @Nullable Ranges destinationPorts) {

    public static final HeaderFilter ANY = new HeaderFilter(null, null, null, null);

    static Ranges or(@Nullable Ranges ports) {
        return ports == null ? Ranges.PORTS : ports;
    }
}

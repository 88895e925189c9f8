package io.vpclocal.analysis.path;

import org.jspecify.annotations.Nullable;

/**
 * The properties of a new path.
 *
 * @param destination null if the destination is the IP address in the filter at the source
 * @param protocol {@code tcp} or {@code udp}
 * @param atSource as {@link PathFilters} writes it
 */
record PathRequest(
        Side source,
        @Nullable Side destination,
        @Nullable String sourceIp,
        @Nullable String destinationIp,
        String protocol,
        @Nullable Integer destinationPort,
        @Nullable String atSource,
        @Nullable String atDestination) {

    /** A source or destination that exists. */
    record Side(String id, String arn) {}
}

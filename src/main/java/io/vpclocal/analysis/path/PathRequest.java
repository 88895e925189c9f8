package io.vpclocal.analysis.path;

import org.jspecify.annotations.Nullable;

/**
 * What a new path is to be.
 *
 * @param destination null for an IP address, which the filter at the source has
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

package io.vpclocal.traffic.generator;

import java.time.Duration;
import java.time.Instant;

/**
 * One TCP flow that a generator starts.
 *
 * @param source a side in the traffic API's format: an interface, an instance, an address or a service
 * @param scan whether it is a scan: a single packet, which the destination refuses if it arrives
 * @param bytes total bytes of one direction
 */
public record GeneratedFlow(
        String source,
        String destination,
        int sourcePort,
        int destinationPort,
        boolean scan,
        long packets,
        long bytes,
        Instant start,
        Duration duration) {}

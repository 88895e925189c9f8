package io.vpclocal.traffic.generator;

import java.time.Duration;
import java.time.Instant;

/**
 * One conversation over TCP that a generator starts.
 *
 * @param source a side as the traffic API takes it: an interface, an instance, an address or a service
 * @param scan a single packet that looks whether the port is open, and is refused where the network lets it through
 * @param bytes of all packets of one direction together
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

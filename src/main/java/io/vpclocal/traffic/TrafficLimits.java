package io.vpclocal.traffic;

import java.time.Duration;

/** The limits of the traffic API. */
final class TrafficLimits {

    static final int FLOWS_PER_REQUEST = 10_000;
    static final long LARGEST_COUNT = 1_000_000_000_000L;
    static final int LARGEST_PORT = 65_535;
    static final int LARGEST_BYTE = 255;
    static final int GENERATORS = 100;
    static final int SIDES_PER_GENERATOR = 100;
    static final int PORTS_PER_GENERATOR = 100;
    static final int LONGEST_SIDE = 255;

    /** The maximum age of log events (Amazon CloudWatch Logs API Reference, PutLogEvents). */
    static final Duration PAST = Duration.ofDays(14);

    /** The maximum time in the future of log events. */
    static final Duration FUTURE = Duration.ofHours(2);

    private TrafficLimits() {}
}

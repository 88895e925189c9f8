package io.vpclocal.traffic.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * The flows of a generator. A flow depends only on the plan and its number, so generators with equal plans send equal
 * flows however the clock moves.
 *
 * @param sources sides in the traffic API's format
 * @param destinations sides in the traffic API's format
 * @param milliRate flows per thousand seconds of the emulator's clock
 * @param scanPercent the percentage of flows that scan a port
 * @param ports destination ports of ordinary flows
 * @param scannedPorts destination ports of scans
 */
public record GeneratorPlan(
        List<String> sources,
        List<String> destinations,
        long milliRate,
        int scanPercent,
        List<Integer> ports,
        List<Integer> scannedPorts,
        long seed) {

    private static final long NUMBER_SPREAD = 0x9E3779B97F4A7C15L;
    private static final long MILLIS_AND_MILLI_RATE = 1_000_000;
    private static final int FIRST_EPHEMERAL_PORT = 32_768;
    private static final int EPHEMERAL_PORTS = 28_232;
    private static final int SCAN_BYTES = 44;
    private static final int MOST_PACKETS = 60;
    private static final int LEAST_PACKET_BYTES = 60;
    private static final int MOST_PACKET_BYTES = 1_400;
    private static final int LONGEST_MILLIS = 20_000;

    public GeneratorPlan {
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
        ports = List.copyOf(ports);
        scannedPorts = List.copyOf(scannedPorts);
    }

    /** The number of flows due at a time since the start. */
    long due(Duration passed) {
        return passed.isNegative() ? 0 : Math.multiplyExact(passed.toMillis(), milliRate) / MILLIS_AND_MILLI_RATE;
    }

    /** The flows with these numbers, from 0. */
    List<GeneratedFlow> flows(Instant started, long from, long until) {
        return LongStream.range(from, until)
                .mapToObj(number -> flow(started, number))
                .toList();
    }

    private GeneratedFlow flow(Instant started, long number) {
        SplittableRandom random = new SplittableRandom(seed ^ (number + 1) * NUMBER_SPREAD);
        String source = pick(sources, random);
        List<String> others =
                destinations.stream().filter(side -> !side.equals(source)).toList();
        boolean scan = random.nextInt(100) < scanPercent;
        long packets = scan ? 1 : random.nextInt(2, MOST_PACKETS + 1);
        int size = scan ? SCAN_BYTES : random.nextInt(LEAST_PACKET_BYTES, MOST_PACKET_BYTES + 1);
        return new GeneratedFlow(
                source,
                pick(others, random),
                FIRST_EPHEMERAL_PORT + random.nextInt(EPHEMERAL_PORTS),
                pick(scan ? scannedPorts : ports, random),
                scan,
                packets,
                packets * size,
                started.plusMillis(at(number)),
                Duration.ofMillis(scan ? 0 : random.nextInt(LONGEST_MILLIS)));
    }

    /** Milliseconds after the start. The first flow is due after one interval. */
    private long at(long number) {
        return ((number + 1) * MILLIS_AND_MILLI_RATE + milliRate - 1) / milliRate;
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}

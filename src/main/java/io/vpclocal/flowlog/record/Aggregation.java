package io.vpclocal.flowlog.record;

import java.math.BigInteger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates observed traffic into the capture windows of a flow log: one record per flow, action, interface and
 * window. A flow longer than a window has a record in each, with its share (AWS documentation, VPC User Guide:
 * aggregation interval).
 *
 * <p>The records of a window depend only on the given traffic. Every node computes the same records at any time, and
 * the records of all windows add up exactly to the traffic.
 */
public final class Aggregation {

    /**
     * The longest interval at interfaces of Nitro instances, even if the request names a longer one (AWS documentation, VPC
     * User Guide).
     */
    private static final int NITRO_SECONDS = 60;

    private final long seconds;

    private Aggregation(long seconds) {
        this.seconds = seconds;
    }

    /** One capture window. UNVERIFIED: windows start at multiples of their length since the epoch. */
    public record Window(Instant start, Instant end) {
        public boolean contains(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end);
        }
    }

    /**
     * An aggregation interval.
     *
     * @param seconds 60 or 600
     * @throws IllegalArgumentException for any other
     */
    public static Aggregation every(int seconds) {
        if (seconds != 60 && seconds != 600) {
            throw new IllegalArgumentException("The aggregation interval must be 60 or 600 seconds, not " + seconds);
        }
        return new Aggregation(seconds);
    }

    /** The interval in seconds that an interface gets when the flow log asks for {@code asked}. */
    public static int secondsAt(InterfaceDetails networkInterface, int asked) {
        return networkInterface.ofNitroInstance() ? Math.min(asked, NITRO_SECONDS) : asked;
    }

    /** The window that contains an instant. */
    public Window windowOf(Instant instant) {
        long start = Math.floorDiv(instant.getEpochSecond(), seconds) * seconds;
        return new Window(Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + seconds));
    }

    /** The window after this one. */
    public Window after(Window window) {
        return new Window(window.end(), window.end().plusSeconds(seconds));
    }

    /** Starts the aggregation of a window. */
    public WindowRecords records(Window window) {
        return new WindowRecords(window);
    }

    /** The share of the traffic in the window, or null when it has no packet there. */
    static @Nullable FlowRecord share(ObservedTraffic observed, Window window) {
        long first = packetsBefore(observed, window.start());
        long next = packetsBefore(observed, window.end());
        if (first == next) {
            return null;
        }
        long bytes = bytesBefore(observed, next) - bytesBefore(observed, first);
        boolean closes = next == observed.packets();
        Integer flags = 0;
        if (observed.tcpFlags() == null) {
            flags = null;
        } else if (first == 0 && closes) {
            flags = observed.tcpFlags();
        } else if (first == 0) {
            flags = TcpFlags.opening(observed.tcpFlags());
        } else if (closes) {
            flags = TcpFlags.closing(observed.tcpFlags());
        }
        return FlowRecord.ok(
                observed.networkInterface(),
                observed.flow(),
                next - first,
                bytes,
                flags,
                secondOf(observed, first),
                secondOf(observed, next - 1));
    }

    /** The number of packets sent before the instant. Packet i of n is sent at {@code start + i * length / (n - 1)}. */
    private static long packetsBefore(ObservedTraffic observed, Instant instant) {
        if (!instant.isAfter(observed.start())) {
            return 0;
        }
        if (instant.isAfter(observed.end()) || observed.packets() <= 1) {
            return observed.packets();
        }
        long gone = millis(observed.start(), instant);
        long length = millis(observed.start(), observed.end());
        return length == 0 ? observed.packets() : mulDivUp(gone, observed.packets() - 1, length);
    }

    private static long bytesBefore(ObservedTraffic observed, long packets) {
        return mulDiv(observed.bytes(), packets, observed.packets());
    }

    private static long secondOf(ObservedTraffic observed, long packet) {
        if (observed.packets() <= 1) {
            return observed.start().getEpochSecond();
        }
        long length = millis(observed.start(), observed.end());
        return observed.start()
                .plusMillis(mulDiv(length, packet, observed.packets() - 1))
                .getEpochSecond();
    }

    private static long millis(Instant from, Instant to) {
        return to.toEpochMilli() - from.toEpochMilli();
    }

    private static long mulDiv(long a, long b, long divisor) {
        if (Math.multiplyHigh(a, b) == 0 && a * b >= 0) {
            return a * b / divisor;
        }
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .divide(BigInteger.valueOf(divisor))
                .longValueExact();
    }

    private static long mulDivUp(long a, long b, long divisor) {
        if (Math.multiplyHigh(a, b) == 0 && a * b >= 0 && a * b <= Long.MAX_VALUE - divisor) {
            return (a * b + divisor - 1) / divisor;
        }
        BigInteger[] result =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).divideAndRemainder(BigInteger.valueOf(divisor));
        return result[0].longValueExact() + (result[1].signum() == 0 ? 0 : 1);
    }
}

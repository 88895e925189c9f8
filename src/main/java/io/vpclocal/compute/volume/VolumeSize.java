package io.vpclocal.compute.volume;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Size and performance of a volume (Amazon EBS User Guide: volume types).
 *
 * @param iops null for types without a rate
 * @param throughput in MiB per second; null for types other than gp3
 */
record VolumeSize(
        int gib,
        String type,
        @Nullable Integer iops,
        @Nullable Integer throughput) {

    /** @param iopsPerGib the largest rate for each GiB */
    private record Limits(int least, int most, int mostIops, int iopsPerGib) {

        boolean withIops() {
            return mostIops > 0;
        }
    }

    private static final String GP2 = "gp2";
    private static final String GP3 = "gp3";
    private static final String IO2 = "io2";

    private static final int GP2_LEAST = 100;
    private static final int GP2_MOST = 16_000;
    private static final int GP2_PER_GIB = 3;

    /** Also the default of every other type with rates for volumes that change to it. */
    private static final int GP3_IOPS = 3000;

    private static final int GP3_THROUGHPUT = 125;
    private static final int MOST_GP3_THROUGHPUT = 2000;
    private static final int LEAST_IOPS = 100;

    /** The least rate for each MiB/s of throughput. */
    private static final int IOPS_PER_MIB = 4;

    private static final Map<String, Limits> TYPES = Map.of(
            "standard",
            new Limits(1, 1024, 0, 0),
            GP2,
            new Limits(1, 16_384, 0, 0),
            GP3,
            new Limits(1, 65_536, 80_000, 500),
            "io1",
            new Limits(4, 16_384, 64_000, 50),
            IO2,
            new Limits(4, 65_536, 256_000, 1000),
            "st1",
            new Limits(125, 16_384, 0, 0),
            "sc1",
            new Limits(125, 16_384, 0, 0));

    /**
     * A size with the defaults of its type. AWS raises rates of gp3 below its baseline to the baseline.
     *
     * @throws io.vpclocal.protocol.AwsException if the type does not exist or does not allow the size
     */
    static VolumeSize of(int gib, String type, @Nullable Integer iops, @Nullable Integer throughput) {
        Limits limits = TYPES.get(type);
        if (limits == null) {
            throw VolumeErrors.unknownType(type);
        }
        requireRates(type, limits.withIops(), iops, throughput);
        requireGib(gib, type, limits);
        if (iops != null) {
            requireIops(gib, type, limits, iops);
        }
        Integer rate = rate(gib, type, iops);
        if (!hasThroughput(type) || rate == null) {
            return new VolumeSize(gib, type, rate, null);
        }
        int mib = throughput == null ? GP3_THROUGHPUT : Math.max(GP3_THROUGHPUT, throughput);
        if (mib > MOST_GP3_THROUGHPUT) {
            throw VolumeErrors.throughputTooHigh(mib, MOST_GP3_THROUGHPUT);
        }
        if (mib * IOPS_PER_MIB > rate) {
            throw VolumeErrors.throughputRatio((double) mib / rate, 1.0 / IOPS_PER_MIB);
        }
        return new VolumeSize(gib, type, rate, mib);
    }

    /** True for gp3, the only type whose throughput is given. */
    static boolean hasThroughput(String type) {
        return type.equals(GP3);
    }

    private static void requireRates(
            String type, boolean withIops, @Nullable Integer iops, @Nullable Integer throughput) {
        if (iops != null && !withIops) {
            throw VolumeErrors.iopsNotSupported(type);
        }
        if (iops == null && withIops && !type.equals(GP3)) {
            throw VolumeErrors.iopsMissing(type);
        }
        if (throughput != null && !hasThroughput(type)) {
            throw VolumeErrors.throughputNotSupported(type);
        }
    }

    private static void requireGib(int gib, String type, Limits limits) {
        if (gib < limits.least()) {
            throw VolumeErrors.tooSmall(type, gib, limits.least());
        }
        if (gib > limits.most()) {
            throw type.equals(IO2) ? VolumeErrors.beyondIo2() : VolumeErrors.tooLarge(type, gib, limits.most());
        }
    }

    private static void requireIops(int gib, String type, Limits limits, int iops) {
        if (iops < LEAST_IOPS) {
            throw VolumeErrors.iopsTooLow(iops, LEAST_IOPS);
        }
        boolean baseline = type.equals(GP3) && iops <= GP3_IOPS;
        boolean tooHigh = iops > limits.mostIops();
        boolean ratioTooHigh = !baseline && iops > (long) gib * limits.iopsPerGib();
        if (type.equals(IO2) && (tooHigh || ratioTooHigh)) {
            throw VolumeErrors.beyondIo2();
        }
        if (tooHigh) {
            throw VolumeErrors.iopsTooHigh(iops, limits.mostIops());
        }
        if (ratioTooHigh) {
            throw VolumeErrors.iopsRatio((double) iops / gib, limits.iopsPerGib());
        }
    }

    private static @Nullable Integer rate(int gib, String type, @Nullable Integer iops) {
        return switch (type) {
            case GP2 -> Math.min(GP2_MOST, Math.max(GP2_LEAST, gib * GP2_PER_GIB));
            case GP3 -> iops == null ? Integer.valueOf(GP3_IOPS) : Integer.valueOf(Math.max(GP3_IOPS, iops));
            default -> iops;
        };
    }

    /** The default rate of a volume that changes to this type; null for types without a rate. */
    static @Nullable Integer modifiedIops(String type) {
        Limits limits = TYPES.get(type);
        return limits == null || !limits.withIops() ? null : Integer.valueOf(GP3_IOPS);
    }

    /** The rate as given when the volume was made; null where the type computes it. */
    @Nullable
    Integer givenIops() {
        return type.equals(GP2) ? null : iops;
    }
}

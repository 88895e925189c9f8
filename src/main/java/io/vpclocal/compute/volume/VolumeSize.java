package io.vpclocal.compute.volume;

import java.util.List;
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

    /** @param iopsPerGib the largest rate for each GiB, besides the least rate */
    private record Limits(int least, int most, int fewestIops, int mostIops, int iopsPerGib) {

        boolean allowRatio(int gib, int iops) {
            return iops <= Math.max(fewestIops, gib * iopsPerGib);
        }
    }

    private static final int GP2_LEAST = 100;
    private static final int GP2_MOST = 16_000;
    private static final int GP2_PER_GIB = 3;
    private static final int GP3_IOPS = 3000;
    private static final int GP3_THROUGHPUT = 125;
    private static final int MOST_GP3_THROUGHPUT = 2000;

    /** The least rate for each MiB/s of throughput. */
    private static final int IOPS_PER_MIB = 4;

    private static final Map<String, Limits> TYPES = Map.of(
            "standard", new Limits(1, 1024, 0, 0, 0),
            "gp2", new Limits(1, 16_384, 0, 0, 0),
            "gp3", new Limits(1, 65_536, 3000, 80_000, 500),
            "io1", new Limits(4, 16_384, 100, 64_000, 50),
            "io2", new Limits(4, 65_536, 100, 256_000, 1000),
            "st1", new Limits(125, 16_384, 0, 0, 0),
            "sc1", new Limits(125, 16_384, 0, 0, 0));

    private static final List<String> WITH_REQUIRED_IOPS = List.of("io1", "io2");

    /**
     * A size with the defaults of its type.
     *
     * @throws io.vpclocal.protocol.AwsException if the type does not exist or does not allow the size
     */
    static VolumeSize of(int gib, String type, @Nullable Integer iops, @Nullable Integer throughput) {
        Limits limits = TYPES.get(type);
        if (limits == null) {
            throw VolumeErrors.unknownType(type);
        }
        if (gib < limits.least() || gib > limits.most()) {
            throw VolumeErrors.size(type, gib, limits.least(), limits.most());
        }
        if (iops != null && limits.mostIops() == 0) {
            throw VolumeErrors.iopsNotSupported(type);
        }
        if (iops != null && (iops < limits.fewestIops() || iops > limits.mostIops())) {
            throw VolumeErrors.iops(type, iops, limits.fewestIops(), limits.mostIops());
        }
        if (iops != null && !limits.allowRatio(gib, iops)) {
            throw VolumeErrors.iopsRatio((double) iops / gib, limits.iopsPerGib());
        }
        if (iops == null && WITH_REQUIRED_IOPS.contains(type)) {
            throw VolumeErrors.iopsMissing(type);
        }
        boolean gp3 = type.equals("gp3");
        if (throughput != null && !gp3) {
            throw VolumeErrors.throughputNotSupported(type);
        }
        if (throughput != null && (throughput < GP3_THROUGHPUT || throughput > MOST_GP3_THROUGHPUT)) {
            throw VolumeErrors.throughput(throughput, GP3_THROUGHPUT, MOST_GP3_THROUGHPUT);
        }
        Integer rate = rate(gib, type, iops);
        if (throughput != null && rate != null && throughput * IOPS_PER_MIB > rate) {
            throw VolumeErrors.throughputRatio((double) throughput / rate, 1.0 / IOPS_PER_MIB);
        }
        return new VolumeSize(
                gib, type, rate, throughput == null && gp3 ? Integer.valueOf(GP3_THROUGHPUT) : throughput);
    }

    private static @Nullable Integer rate(int gib, String type, @Nullable Integer iops) {
        return switch (type) {
            case "gp2" -> Math.min(GP2_MOST, Math.max(GP2_LEAST, gib * GP2_PER_GIB));
            case "gp3" -> iops == null ? Integer.valueOf(GP3_IOPS) : iops;
            default -> iops;
        };
    }

    /** The rate as given when the volume was made; null where the type computes it. */
    @Nullable
    Integer givenIops() {
        return type.equals("gp2") ? null : iops;
    }
}

package io.vpclocal.network.region;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The Regions of the partitions {@code aws}, {@code aws-cn} and {@code aws-us-gov}.
 *
 * <p>In AWS's older Regions each account has its own mapping of zone letters to zone ids. The emulator uses one mapping
 * for all accounts: in us-east-1 the mapping of most emulators, in other Regions letters and ids in the same order.
 */
@Component
public final class Regions {

    /** Loaded once and shared, because tests start many application contexts. */
    private static final class File {
        static final Map<String, Region> REGIONS = RegionsFile.read();
    }

    /** The Regions for code without an application context. */
    public static Regions load() {
        return new Regions();
    }

    /** The Region with that code, such as {@code eu-west-1}; empty if it does not exist. */
    public Optional<Region> find(String name) {
        return Optional.ofNullable(File.REGIONS.get(name));
    }

    /** All Regions: those of {@code aws} first, and within a partition by name. */
    public Collection<Region> all() {
        return File.REGIONS.values();
    }

    /**
     * A zone of the Region.
     *
     * @param nameOrId {@code us-east-1a} or {@code use1-az6}
     */
    public Optional<AvailabilityZone> zone(String region, String nameOrId) {
        return find(region).stream()
                .flatMap(found -> found.zones().stream())
                .filter(zone -> zone.name().equals(nameOrId) || zone.id().equals(nameOrId))
                .findFirst();
    }
}

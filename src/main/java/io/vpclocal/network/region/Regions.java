package io.vpclocal.network.region;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The Regions of the partitions {@code aws}, {@code aws-cn} and {@code aws-us-gov}.
 *
 * <p>On AWS the letter of a zone name stands for another zone in every account of the older Regions; only the zone id is
 * the same for all. The emulator gives every account the same mapping: for us-east-1 the one most emulators use,
 * elsewhere letters and ids in the same order.
 */
@Component
public final class Regions {

    /** Read on first use and once for all instances: tests start many application contexts. */
    private static final class File {
        static final Map<String, Region> REGIONS = RegionsFile.read();
    }

    /** The same Regions for code that has no application context. */
    public static Regions load() {
        return new Regions();
    }

    /** The Region of that code, {@code eu-west-1}; empty when AWS has none. */
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

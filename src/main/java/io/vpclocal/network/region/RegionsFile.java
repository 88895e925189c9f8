package io.vpclocal.network.region;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The shape of {@code regions.json}. */
record RegionsFile(Map<String, Partition> partitions, List<Entry> regions) {

    record Partition(String dnsSuffix, String dualStackDnsSuffix) {}

    /**
     * @param zones letter of the zone name to the end of the zone id: {@code "a": "az6"}
     */
    record Entry(
            String name,
            String longName,
            String partition,
            String optInStatus,
            String zoneIdPrefix,
            Map<String, String> zones) {}

    /** Every Region of the file by name, in the order of the file. */
    static Map<String, Region> read() {
        var file = JsonMapper.shared()
                .readValue(
                        requireNonNull(RegionsFile.class.getResourceAsStream("/io/vpclocal/network/regions.json")),
                        RegionsFile.class);
        var byName = new LinkedHashMap<String, Region>();
        for (Entry entry : file.regions) {
            byName.put(entry.name, file.region(entry));
        }
        return Collections.unmodifiableMap(byName);
    }

    private Region region(Entry entry) {
        var partition = requireNonNull(partitions.get(entry.partition));
        return new Region(
                entry.name,
                entry.longName,
                entry.partition,
                partition.dnsSuffix,
                partition.dualStackDnsSuffix,
                entry.optInStatus,
                zones(entry));
    }

    private static List<AvailabilityZone> zones(Entry entry) {
        return new TreeMap<>(entry.zones)
                .entrySet().stream()
                        .map(zone -> new AvailabilityZone(
                                entry.name,
                                entry.name + zone.getKey(),
                                entry.zoneIdPrefix + "-" + zone.getValue(),
                                entry.name + "-zg-1",
                                entry.longName + " 1"))
                        .toList();
    }
}

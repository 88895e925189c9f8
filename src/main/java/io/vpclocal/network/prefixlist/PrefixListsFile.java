package io.vpclocal.network.prefixlist;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.vpclocal.network.region.Region;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The shape of {@code prefix-lists.json}. */
record PrefixListsFile(List<Entry> prefixLists) {

    /**
     * @param name may contain {@code {region}}
     * @param ids the ids AWS uses, by Region, where they are known
     * @param entriesByRegion CIDR blocks by Region; a Region without blocks does not have the list
     * @param entriesByPartition the same for lists that do not differ between the Regions of a partition
     */
    record Entry(
            String name,
            String addressFamily,
            int weight,
            boolean gateway,
            @Nullable Map<String, String> ids,
            @Nullable Map<String, List<String>> entriesByRegion,
            @Nullable Map<String, List<String>> entriesByPartition) {

        private List<String> cidrs(Region region) {
            var byRegion = entriesByRegion == null ? null : entriesByRegion.get(region.name());
            var byPartition = entriesByPartition == null ? null : entriesByPartition.get(region.partition());
            return requireNonNullElse(byRegion, requireNonNullElse(byPartition, List.of()));
        }

        private String id(Region region) {
            var known = ids == null ? null : ids.get(region.name());
            return known != null ? known : derivedId(region.name() + "/" + name);
        }
    }

    static PrefixListsFile read() {
        // Building another mapper costs more than reading the file.
        return JsonMapper.shared()
                .readerFor(PrefixListsFile.class)
                .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .readValue(requireNonNull(
                        PrefixListsFile.class.getResourceAsStream("/io/vpclocal/network/prefix-lists.json")));
    }

    /** The lists that exist in the Region, in the order of the file. */
    List<AwsPrefixList> in(Region region) {
        return prefixLists.stream()
                .filter(entry -> !entry.cidrs(region).isEmpty())
                .map(entry -> list(entry, region))
                .toList();
    }

    private static AwsPrefixList list(Entry entry, Region region) {
        String id = entry.id(region);
        return new AwsPrefixList(
                id,
                entry.name.replace("{region}", region.name()),
                "arn:%s:ec2:%s:aws:prefix-list/%s".formatted(region.partition(), region.name(), id),
                entry.addressFamily,
                entry.weight,
                entry.gateway,
                entry.cidrs(region));
    }

    /** An id in AWS's format. It is the same on every installation, so templates can contain it. */
    private static String derivedId(String key) {
        return "pl-"
                + UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
    }
}

package io.vpclocal.endpointservice;

import static java.util.Objects.requireNonNull;

import io.vpclocal.network.region.Region;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shape of {@code catalogue.json}.
 *
 * @param assumed the values of interface services without known data; the emulator then allows what AWS may reject
 * @param fipsRegions Regions with FIPS endpoints: services have variants there with names that end in {@code -fips}
 * @param hostedZoneIds Region to the hosted zone of its {@code vpce} domain, where known
 * @param chinaPrefixed suffixes of the interface services whose name starts with {@code cn.} in China
 * @param services the services, with their deviations from the rules
 */
record CatalogueFile(
        Assumed assumed,
        Set<String> fipsRegions,
        Map<String, String> hostedZoneIds,
        Set<String> chinaPrefixed,
        List<CatalogueEntry> services) {

    /**
     * What counts for services about which AWS publishes nothing.
     *
     * @param ipv6 whether they support IPv6
     * @param policies whether their endpoints can have a policy
     */
    record Assumed(boolean ipv6, boolean policies) {}

    private static final Comparator<EndpointService> BY_NAME =
            Comparator.comparing(EndpointService::name).thenComparing(EndpointService::type);

    static CatalogueFile read() {
        // Building another mapper costs more than reading the file.
        return JsonMapper.shared()
                .readerFor(CatalogueFile.class)
                .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .readValue(requireNonNull(CatalogueFile.class.getResourceAsStream("catalogue.json")));
    }

    /** The services of the Region by name. A gateway precedes an interface service of the same name. */
    List<EndpointService> in(Region region) {
        boolean fips = fipsRegions.contains(region.name());
        return services.stream()
                .filter(entry -> entry.isOfferedIn(region.name(), fips))
                .flatMap(entry -> withTwin(entry, region, fips))
                .sorted(BY_NAME)
                .toList();
    }

    private Stream<EndpointService> withTwin(CatalogueEntry entry, Region region, boolean fips) {
        boolean china = region.partition().equals("aws-cn") && chinaPrefixed.contains(entry.suffix());
        String prefix = china ? "cn." : "";
        var service = entry.service(region, prefix, fips, assumed);
        return fips && entry.fips() ? Stream.of(service, entry.fipsTwin(region, assumed)) : Stream.of(service);
    }
}

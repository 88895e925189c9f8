package io.vpclocal.endpointservice;

import static java.util.Objects.requireNonNullElse;

import io.vpclocal.endpointservice.CatalogueFile.Assumed;
import io.vpclocal.network.region.AvailabilityZone;
import io.vpclocal.network.region.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One service of the catalogue. A null value follows the rule of its parameter. Texts may contain {@code {region}},
 * {@code {suffix}}, {@code {dualStackSuffix}} and {@code {id}}.
 *
 * @param suffix end of a name that starts with {@code com.amazonaws.{region}.}
 * @param name the whole name, in place of a suffix
 * @param type {@code Interface} when absent
 * @param label the service's part of DNS names; rule: the suffix with its dot-separated parts reversed
 * @param baseDnsNames rule: {@code <label>.{region}.vpce.{suffix}}
 * @param privateDnsNames rule: {@code <label>.{region}.{suffix}}
 * @param fipsPrivateDnsNames further private names in Regions with FIPS endpoints
 * @param ids ids AWS uses, by Region, where they are known
 * @param zones letters of the zones the service is in, by Region, where they are known; assumed for the others: all
 * @param regions the only Regions that have the service; rule: all
 * @param fips whether there is a twin with FIPS endpoints
 * @param fipsOnly whether the service exists in Regions with FIPS endpoints only
 * @param ipv6 whether it supports IPv6; rule: no for gateways, the assumed value for the others
 * @param policies whether endpoints can have a policy; rule: the assumed value
 * @param wildcard see {@link EndpointService.Dns}
 * @param crossRegion see {@link EndpointService}
 * @param prefixList see {@link EndpointService}
 */
record CatalogueEntry(
        @Nullable String suffix,
        @Nullable String name,
        @Nullable String type,
        @Nullable String label,
        @Nullable List<String> baseDnsNames,
        @Nullable List<String> privateDnsNames,
        @Nullable List<String> fipsPrivateDnsNames,
        @Nullable Map<String, String> ids,
        @Nullable Map<String, String> zones,
        @Nullable Set<String> regions,
        boolean fips,
        boolean fipsOnly,
        @Nullable Boolean ipv6,
        @Nullable Boolean policies,
        boolean wildcard,
        boolean crossRegion,
        @Nullable String prefixList) {

    boolean isOfferedIn(String region, boolean fipsRegion) {
        return (regions == null || regions.contains(region)) && (fipsRegion || !fipsOnly);
    }

    /**
     * @param prefix text before the name, {@code cn.} for some services in China
     * @param fipsRegion whether the Region has FIPS endpoints
     */
    EndpointService service(Region region, String prefix, boolean fipsRegion, Assumed assumed) {
        String service = prefix + fill(nameTemplate(), region, "");
        var privateNames = new ArrayList<>(privateTemplates());
        if (fipsRegion && fipsPrivateDnsNames != null) {
            privateNames.addAll(fipsPrivateDnsNames);
        }
        return service(region, service, labelOrRule(), privateNames, assumed);
    }

    /** The FIPS variant of the service. */
    EndpointService fipsTwin(Region region, Assumed assumed) {
        String label = labelOrRule();
        String twinLabel = label.contains(".") ? label.replaceFirst("\\.", "-fips.") : label + "-fips";
        var privateNames = privateTemplates().stream()
                .map(template -> twinLabel + template.substring(label.length()))
                .toList();
        return service(region, fill(nameTemplate(), region, "") + "-fips", twinLabel, privateNames, assumed);
    }

    private EndpointService service(
            Region region, String service, String dnsLabel, List<String> privateTemplates, Assumed assumed) {
        String kind = requireNonNullElse(type, EndpointService.INTERFACE);
        String id = id(region.name(), service, kind);
        var base = baseDnsNames == null ? List.of(dnsLabel + ".{region}.vpce.{suffix}") : baseDnsNames;
        var privateNames = fill(privateTemplates, region, id);
        return new EndpointService(
                service,
                id,
                kind,
                region.name(),
                EndpointService.AMAZON,
                zones(region),
                new EndpointService.Dns(
                        fill(base, region, id), privateNames, privateNames.isEmpty() ? null : "verified", wildcard),
                addressTypes(kind, assumed),
                policies != null ? policies : assumed.policies(),
                false,
                crossRegion,
                prefixList == null ? null : fill(prefixList, region, id),
                null);
    }

    /** Recorded from AWS: the order differs between gateways and interfaces. */
    private List<String> addressTypes(String kind, Assumed assumed) {
        boolean gateway = kind.equals(EndpointService.GATEWAY);
        boolean both = ipv6 != null ? ipv6 : !gateway && assumed.ipv6();
        if (!both) {
            return List.of("ipv4");
        }
        return gateway ? List.of("ipv4", "ipv6") : List.of("ipv6", "ipv4");
    }

    private String nameTemplate() {
        return name == null ? "com.amazonaws.{region}." + suffix : name;
    }

    private String labelOrRule() {
        if (label != null) {
            return label;
        }
        if (suffix == null) {
            return "";
        }
        var words = new ArrayList<>(List.of(suffix.split("\\.", -1)));
        Collections.reverse(words);
        return String.join(".", words);
    }

    private List<String> privateTemplates() {
        if (privateDnsNames != null) {
            return privateDnsNames;
        }
        return EndpointService.GATEWAY.equals(type) ? List.of() : List.of(labelOrRule() + ".{region}.{suffix}");
    }

    private String id(String region, String service, String kind) {
        boolean twin = service.endsWith("-fips") && fips;
        String known = ids == null || twin ? null : ids.get(region);
        return known != null ? known : StableIds.service(region + "/" + service + "/" + kind);
    }

    private List<AvailabilityZone> zones(Region region) {
        String letters = zones == null ? null : zones.get(region.name());
        return letters == null
                ? region.zones()
                : region.zones().stream()
                        .filter(zone ->
                                letters.indexOf(zone.name().charAt(zone.name().length() - 1)) >= 0)
                        .toList();
    }

    private static List<String> fill(List<String> templates, Region region, String id) {
        return templates.stream().map(template -> fill(template, region, id)).toList();
    }

    private static String fill(String template, Region region, String id) {
        return template.replace("{region}", region.name())
                .replace("{suffix}", region.dnsSuffix())
                .replace("{dualStackSuffix}", region.dualStackDnsSuffix())
                .replace("{id}", id);
    }
}

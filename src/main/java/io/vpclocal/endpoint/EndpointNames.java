package io.vpclocal.endpoint;

import io.vpclocal.endpointservice.EndpointDnsNames.DnsName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host names of endpoints: their forms, and what they resolve to. */
public final class EndpointNames {

    /** {@code *.vpce.localhost} replaces the names that only AWS's DNS resolves. */
    private static final Pattern STAND_IN = Pattern.compile("(.*\\.vpce)\\.localhost");

    private static final Pattern OF_ENDPOINT =
            Pattern.compile(".*\\bvpce-[0-9a-f]{8,17}-.*\\.vpce\\.amazonaws\\.com(\\.cn)?");

    /** The name of an API of API Gateway behind one endpoint. */
    private static final Pattern OF_API =
            Pattern.compile("[a-z0-9]+-(vpce-[0-9a-f]{8,17})\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?");

    private EndpointNames() {}

    /** The name without port and final dot, in lower case, with {@code vpce.localhost} replaced. */
    public static String normal(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.?(:\\d+)?$", "");
        return STAND_IN.matcher(name).replaceFirst("$1.amazonaws.com");
    }

    /** Whether the name has the form of an endpoint's own name. The endpoint need not exist. */
    public static boolean ofEndpoint(String name) {
        return OF_ENDPOINT.matcher(name).matches() || OF_API.matcher(name).matches();
    }

    /** The endpoint whose own name it is. */
    public static Optional<EndpointView> find(Collection<EndpointView> endpoints, String name) {
        Matcher api = OF_API.matcher(name);
        boolean ofApi = api.matches();
        return endpoints.stream()
                .filter(endpoint -> ofApi ? endpoint.id().equals(api.group(1)) : isNamed(endpoint, name))
                .findFirst();
    }

    private static boolean isNamed(EndpointView endpoint, String name) {
        return endpoint.dnsNames().stream()
                .map(DnsName::name)
                .anyMatch(own -> !endpoint.privateNames().contains(own) && fits(own, name));
    }

    /** Whether private DNS of the endpoint resolves the name. */
    public static boolean privately(EndpointView endpoint, String name) {
        return endpoint.privateNames().stream().anyMatch(own -> fits(own, name));
    }

    /** The zone that an endpoint's own name is about, by its position; empty for the name of all zones. */
    public static Optional<Integer> zonalIndex(EndpointView endpoint, String name) {
        List<String> names = endpoint.dnsNames().stream()
                .map(DnsName::name)
                .filter(dns -> OF_ENDPOINT.matcher(dns).matches())
                .sorted(Comparator.comparing(String::length))
                .toList();
        for (int i = 1; i < names.size(); i++) {
            if (fits(names.get(i), name)) {
                return Optional.of(
                        Math.min(i - 1, endpoint.networkInterfaceIds().size() - 1));
            }
        }
        return Optional.empty();
    }

    /** A wildcard name matches every name below it, for example with {@code bucket} in front. */
    public static boolean fits(String pattern, String name) {
        return pattern.startsWith("*.") ? name.endsWith(pattern.substring(1)) : pattern.equals(name);
    }
}

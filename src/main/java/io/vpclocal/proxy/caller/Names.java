package io.vpclocal.proxy.caller;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.endpoint.EndpointViews;
import io.vpclocal.endpointservice.AwsServices;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.protocol.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Resolves host names: names of endpoints, and public names of services. */
@Component
public class Names {

    /** {@code *.vpce.localhost} replaces the names that only AWS's DNS resolves. */
    private static final Pattern STAND_IN = Pattern.compile("(.*\\.vpce)\\.localhost");

    private static final Pattern OF_ENDPOINT =
            Pattern.compile(".*\\bvpce-[0-9a-f]{8,17}-.*\\.vpce\\.amazonaws\\.com(\\.cn)?");

    /** The name of an API of API Gateway behind one endpoint. */
    private static final Pattern OF_API =
            Pattern.compile("[a-z0-9]+-(vpce-[0-9a-f]{8,17})\\.execute-api\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?");

    /** The part of names that only hosted services have. */
    private static final String HOSTED = ".vpce-svc-";

    private final EndpointViews endpoints;
    private final AwsServices services;

    Names(EndpointViews endpoints, AwsServices services) {
        this.endpoints = endpoints;
        this.services = services;
    }

    /** The name without port and final dot, in lower case, with {@code vpce.localhost} replaced. */
    public static String normal(String host) {
        String name = host.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.?(:\\d+)?$", "");
        return STAND_IN.matcher(name).replaceFirst("$1.amazonaws.com");
    }

    /** Whether the name has the form of an endpoint's own name. The endpoint need not exist. */
    public static boolean ofEndpoint(String name) {
        return OF_ENDPOINT.matcher(name).matches() || OF_API.matcher(name).matches();
    }

    /** The available interface endpoint of the account and Region with that name. */
    public Optional<EndpointView> endpoint(Scope scope, String name) {
        Matcher api = OF_API.matcher(name);
        return endpoints.all(scope).stream()
                .filter(endpoint -> endpoint.type() == EndpointType.INTERFACE)
                .filter(endpoint -> endpoint.state() == EndpointState.AVAILABLE)
                .filter(endpoint -> api.matches() ? endpoint.id().equals(api.group(1)) : isNamed(endpoint, name))
                .findFirst();
    }

    private static boolean isNamed(EndpointView endpoint, String name) {
        return endpoint.dnsNames().stream()
                .anyMatch(dns -> OF_ENDPOINT.matcher(dns.name()).matches() && fits(dns.name(), name));
    }

    /**
     * The endpoint of a hosted service that a name leads to: by the endpoint's own name, in any state, or by a
     * private name of the service in this VPC.
     */
    public Optional<EndpointView> hosted(Scope scope, String vpcId, String name) {
        if (ofEndpoint(name)) {
            return name.contains(HOSTED)
                    ? endpoints.all(scope).stream()
                            .filter(endpoint -> endpoint.dnsNames().stream().anyMatch(dns -> fits(dns.name(), name)))
                            .findFirst()
                    : Optional.empty();
        }
        return ofAws(name)
                ? Optional.empty()
                : endpoints.ofVpc(scope, vpcId).stream()
                        .filter(endpoint -> endpoint.serviceName().contains(HOSTED))
                        .filter(endpoint -> endpoint.privateNames().stream().anyMatch(own -> fits(own, name)))
                        .findFirst();
    }

    /** The endpoint with that id. */
    public Optional<EndpointView> byId(Scope scope, String id) {
        return endpoints.find(scope, id);
    }

    /** The interface that a name of an endpoint resolves to: the one in the name's zone, or the first. */
    public int interfaceIndex(EndpointView endpoint, String name) {
        List<String> zonal = endpoint.dnsNames().stream()
                .map(dns -> dns.name())
                .filter(dns -> OF_ENDPOINT.matcher(dns).matches())
                .sorted(Comparator.comparing(String::length))
                .toList();
        for (int i = 1; i < zonal.size(); i++) {
            if (fits(zonal.get(i), name)) {
                return Math.min(i - 1, endpoint.networkInterfaceIds().size() - 1);
            }
        }
        return 0;
    }

    /**
     * The full name of the service that clients sign for, such as {@code com.amazonaws.us-east-1.kinesis-streams}.
     *
     * @return empty if the Region has no such service behind endpoints
     */
    public Optional<String> service(String region, String signingName) {
        return services.inRegion(region).stream()
                .filter(service -> service.name().endsWith("." + region + "." + signingName)
                        || service.dnsLabel().equals(signingName))
                .map(EndpointService::name)
                .min(Comparator.comparing(String::length));
    }

    private static boolean ofAws(String name) {
        return name.endsWith(".amazonaws.com") || name.endsWith(".amazonaws.com.cn");
    }

    /** A wildcard name matches every name below it, for example with {@code bucket} in front. */
    private static boolean fits(String pattern, String name) {
        return pattern.startsWith("*.") ? name.endsWith(pattern.substring(1)) : pattern.equals(name);
    }
}

package io.vpclocal.proxy.caller;

import io.vpclocal.endpoint.EndpointNames;
import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.endpoint.EndpointViews;
import io.vpclocal.endpointservice.AwsServices;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.protocol.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Resolves host names: names of endpoints, and public names of services. */
@Component
public class Names {

    /** The part of names that only hosted services have. */
    private static final String HOSTED = ".vpce-svc-";

    private final EndpointViews endpoints;
    private final AwsServices services;

    Names(EndpointViews endpoints, AwsServices services) {
        this.endpoints = endpoints;
        this.services = services;
    }

    /** The available interface endpoint of the account and Region with that name. */
    public Optional<EndpointView> endpoint(Scope scope, String name) {
        List<EndpointView> available = endpoints.all(scope).stream()
                .filter(endpoint -> endpoint.type() == EndpointType.INTERFACE)
                .filter(endpoint -> endpoint.state() == EndpointState.AVAILABLE)
                .toList();
        return EndpointNames.find(available, name);
    }

    /**
     * The endpoint of a hosted service that a name leads to: by the endpoint's own name, in any state, or by a
     * private name of the service in this VPC.
     */
    public Optional<EndpointView> hosted(Scope scope, String vpcId, String name) {
        if (EndpointNames.ofEndpoint(name)) {
            return name.contains(HOSTED) ? EndpointNames.find(endpoints.all(scope), name) : Optional.empty();
        }
        return ofAws(name)
                ? Optional.empty()
                : endpoints.ofVpc(scope, vpcId).stream()
                        .filter(endpoint -> endpoint.serviceName().contains(HOSTED))
                        .filter(endpoint -> EndpointNames.privately(endpoint, name))
                        .findFirst();
    }

    /** The endpoint with that id. */
    public Optional<EndpointView> byId(Scope scope, String id) {
        return endpoints.find(scope, id);
    }

    /** The interface that a name of an endpoint resolves to: the one in the name's zone, or the first. */
    public int interfaceIndex(EndpointView endpoint, String name) {
        return EndpointNames.zonalIndex(endpoint, name).orElse(0);
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
}

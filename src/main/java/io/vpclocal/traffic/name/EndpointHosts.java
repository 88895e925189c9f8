package io.vpclocal.traffic.name;

import io.vpclocal.endpoint.EndpointNames;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.endpoint.EndpointViews;
import io.vpclocal.endpointservice.AwsServices;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.endpointservice.EndpointServices;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The names of endpoints and of the services behind them. */
@Component
@Transactional(readOnly = true)
class EndpointHosts {

    private static final String WILDCARD = "*.";

    private final EndpointViews endpoints;
    private final EndpointServices services;
    private final AwsServices awsServices;

    EndpointHosts(EndpointViews endpoints, EndpointServices services, AwsServices awsServices) {
        this.endpoints = endpoints;
        this.services = services;
        this.awsServices = awsServices;
    }

    /** An endpoint's own name, which resolves everywhere: to the zone that it names, or to the asker's. */
    Optional<Flow.Endpoint> own(String name, Asker asker, KnownNetwork network) {
        Optional<EndpointView> found = EndpointNames.find(endpoints.all(network.scope()), name);
        if (found.isEmpty() && EndpointNames.ofEndpoint(name)) {
            throw asker.unresolved(name, "the account has no such endpoint in " + asker.region());
        }
        return found.map(endpoint -> Flow.networkInterface(interfaceOf(endpoint, name, asker, network.snapshot())));
    }

    private static String interfaceOf(EndpointView endpoint, String name, Asker asker, NetworkSnapshot network) {
        List<String> ids = endpoint.networkInterfaceIds();
        if (ids.isEmpty()) {
            throw asker.unresolved(name, endpoint.id() + " has no network interface");
        }
        return EndpointNames.zonalIndex(endpoint, name).map(ids::get).orElseGet(() -> ids.stream()
                .filter(id -> inZone(id, asker, network))
                .findFirst()
                .orElse(ids.get(0)));
    }

    private static boolean inZone(String networkInterfaceId, Asker asker, NetworkSnapshot network) {
        Network.NetworkInterface found = network.networkInterface(networkInterfaceId);
        return found != null
                && Objects.requireNonNull(network.subnet(found.subnetId()))
                        .availabilityZone()
                        .equals(asker.zone());
    }

    /** A name that private DNS of an endpoint in the asker's VPC resolves. */
    Optional<Flow.Endpoint> privately(String name, Asker asker, KnownNetwork network) {
        Network.Vpc vpc = asker.vpc();
        if (vpc == null) {
            return Optional.empty();
        }
        List<EndpointView> inVpc = endpoints.ofVpc(network.scope(), vpc.id());
        Optional<EndpointView> found = inVpc.stream()
                .filter(endpoint -> EndpointNames.privately(endpoint, name))
                .findFirst();
        if (found.isEmpty()) {
            inVpc.forEach(endpoint -> requireNotHosted(endpoint, name, asker));
        } else if (!vpc.dnsHostnames() && hosted(found.get())) {
            throw asker.unresolved(
                    name,
                    "DNS hostnames of the VPC (enableDnsHostnames) are off, so private DNS of "
                            + found.get().id() + " has no effect");
        }
        return found.map(endpoint -> Flow.service(endpoint.serviceName()));
    }

    /** Names of AWS services also resolve to public addresses, so they need no endpoint. */
    private void requireNotHosted(EndpointView endpoint, String name, Asker asker) {
        if (!hosted(endpoint)) {
            return;
        }
        services.connected(endpoint.serviceRegion(), endpoint.serviceName(), EndpointService.INTERFACE)
                .map(EndpointService::dns)
                .filter(dns -> dns.privateNames().stream().anyMatch(own -> EndpointNames.fits(own, name)))
                .ifPresent(dns -> {
                    boolean verified = "verified".equals(dns.verificationState());
                    throw asker.unresolved(
                            name,
                            verified
                                    ? "private DNS of " + endpoint.id() + " is off"
                                    : "the owner of " + endpoint.serviceName() + " has not verified the name");
                });
    }

    private static boolean hosted(EndpointView endpoint) {
        return !endpoint.serviceOwner().equals(EndpointService.AMAZON);
    }

    /** A public name of an AWS service. */
    Optional<Flow.Endpoint> service(String name, Asker asker) {
        Optional<String> own = serviceName(asker.region(), name);
        if (own.isEmpty()) {
            Arrays.stream(name.split("\\."))
                    .filter(region -> serviceName(region, name).isPresent())
                    .findFirst()
                    .ifPresent(region -> {
                        throw asker.unresolved(
                                name,
                                "it is a service of " + region + ". Send the traffic to a public address instead");
                    });
        }
        return own.map(Flow::service);
    }

    /** Exact names come before wildcards. */
    private Optional<String> serviceName(String region, String name) {
        List<EndpointService> all = awsServices.inRegion(region);
        return Stream.concat(
                        all.stream().filter(service -> names(service).anyMatch(name::equals)),
                        all.stream().filter(service -> names(service)
                                .anyMatch(own -> own.startsWith(WILDCARD) && EndpointNames.fits(own, name))))
                .map(EndpointService::name)
                .findFirst();
    }

    private static Stream<String> names(EndpointService service) {
        return service.isGateway() ? service.dns().baseNames().stream() : service.dns().privateNames().stream();
    }
}

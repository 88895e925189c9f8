package io.vpclocal.endpoint.privatelink;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.vpcendpoint.EndpointBehaviour.Site;
import io.vpclocal.endpoint.vpcendpoint.EndpointErrors;
import io.vpclocal.endpoint.vpcendpoint.EndpointPhase;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.endpointservice.EndpointServices;
import io.vpclocal.network.vpc.VpcEntity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Private DNS: the service's public names resolve to the endpoint inside its VPC. Sources: AWS PrivateLink Guide,
 * "Enable private DNS names"; Amazon S3 User Guide, "AWS PrivateLink for Amazon S3", for inbound resolver endpoints.
 */
@Component
class PrivateDns {

    private final VpcEndpoints endpoints;
    private final EndpointServices services;

    PrivateDns(VpcEndpoints endpoints, EndpointServices services) {
        this.endpoints = endpoints;
        this.services = services;
    }

    /**
     * Sets a new endpoint's private DNS.
     *
     * @param wanted null if the request does not specify it. It is then on if possible, except for services that also
     *     have gateways (AWS's documentation is contradictory; this is our reading) and services that require
     *     acceptance
     * @param resolversOnly whether names resolve for inbound resolvers only; null if the request does not specify it
     */
    void create(VpcEndpointEntity endpoint, Site site, @Nullable Boolean wanted, @Nullable Boolean resolversOnly) {
        boolean on = wanted == null
                ? endpoint.accepted()
                        && !names(site.service()).isEmpty()
                        && attributesOn(site.vpc())
                        && !hasGateway(site.service())
                : wanted;
        set(endpoint, site, on, resolversOnly);
    }

    /** The same for an existing endpoint; null keeps the setting. */
    void modify(VpcEndpointEntity endpoint, Site site, @Nullable Boolean wanted, @Nullable Boolean resolversOnly) {
        boolean on = wanted == null ? endpoint.privateDns() : wanted;
        if (on == endpoint.privateDns() && resolversOnly == null) {
            return;
        }
        set(endpoint, site, on, resolversOnly == null ? endpoint.inboundResolverOnly() : resolversOnly);
    }

    private void set(VpcEndpointEntity endpoint, Site site, boolean on, @Nullable Boolean resolversOnly) {
        if (!on) {
            if (Boolean.TRUE.equals(resolversOnly)) {
                throw EndpointErrors.resolversWithoutPrivateDns();
            }
            endpoint.disablePrivateDns();
            return;
        }
        List<String> names = names(site.service());
        if (!endpoint.privateDns()) {
            requirePossible(endpoint, site, names);
        }
        endpoint.enablePrivateDns(names, resolvers(site, resolversOnly));
    }

    private void requirePossible(VpcEndpointEntity endpoint, Site site, List<String> names) {
        if (names.isEmpty()) {
            throw EndpointErrors.noPrivateName(site.service().name());
        }
        if (!endpoint.accepted()) {
            throw EndpointErrors.privateDnsNotAccepted(site.service().name());
        }
        if (!attributesOn(site.vpc())) {
            throw EndpointErrors.dnsAttributesOff(site.vpc().id());
        }
        Set<String> taken = Set.copyOf(endpoints.takenNames(site.vpc().id(), endpoint.id(), names));
        names.stream().filter(taken::contains).findFirst().ifPresent(name -> {
            throw EndpointErrors.conflictingDomain(name, site.vpc().id());
        });
    }

    /** Only for services with gateways: AWS's default is inbound resolvers only. */
    private @Nullable Boolean resolvers(Site site, @Nullable Boolean wanted) {
        if (!hasGateway(site.service())) {
            if (Boolean.TRUE.equals(wanted)) {
                throw EndpointErrors.resolversNotForService(site.service().name());
            }
            return null;
        }
        boolean only = wanted == null || wanted;
        if (only && !gatewayIn(site)) {
            throw EndpointErrors.noGatewayForResolvers(site.vpc().id());
        }
        return only;
    }

    private boolean gatewayIn(Site site) {
        return endpoints.ofVpc(site.vpc().id(), site.service().name()).stream()
                .anyMatch(other -> other.type() == EndpointType.GATEWAY && other.phase() != EndpointPhase.DELETING);
    }

    private boolean hasGateway(EndpointService service) {
        return services.hasGatewayAndInterface(service.region(), service.name());
    }

    /** The usable names: those that the service has verified. */
    private static List<String> names(EndpointService service) {
        return "verified".equals(service.dns().verificationState())
                ? service.dns().privateNames()
                : List.of();
    }

    private static boolean attributesOn(VpcEntity vpc) {
        return vpc.dnsSupport() && vpc.dnsHostnames();
    }
}

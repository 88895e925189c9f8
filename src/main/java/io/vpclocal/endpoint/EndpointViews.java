package io.vpclocal.endpoint;

import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Endpoints for the rest of the emulator, read together: what they cost does not depend on how many there are. */
@Component
@Transactional(readOnly = true)
public class EndpointViews {

    private final VpcEndpoints endpoints;
    private final EndpointDescriptions descriptions;
    private final Lifecycle lifecycle;

    EndpointViews(VpcEndpoints endpoints, EndpointDescriptions descriptions, Lifecycle lifecycle) {
        this.endpoints = endpoints;
        this.descriptions = descriptions;
        this.lifecycle = lifecycle;
    }

    /** All endpoints of an account and Region that are not gone, in the order of their creation. */
    public List<EndpointView> all(Scope scope) {
        return views(scope, endpoints.findAll(scope));
    }

    /** Those of a VPC. */
    public List<EndpointView> ofVpc(Scope scope, String vpcId) {
        return views(
                scope,
                endpoints.ofVpc(vpcId).stream()
                        .filter(endpoint -> endpoint.scope().equals(scope))
                        .toList());
    }

    public Optional<EndpointView> find(Scope scope, String id) {
        return views(scope, endpoints.find(scope, id).stream().toList()).stream()
                .findFirst();
    }

    private List<EndpointView> views(Scope scope, List<VpcEndpointEntity> rows) {
        Map<String, List<String>> tables = descriptions.routeTables(scope, rows);
        return rows.stream()
                .filter(endpoint -> lifecycle.state(endpoint) != EndpointState.DELETED)
                .map(endpoint -> view(endpoint, tables.getOrDefault(endpoint.id(), List.of())))
                .toList();
    }

    private EndpointView view(VpcEndpointEntity endpoint, List<String> routeTableIds) {
        return new EndpointView(
                endpoint.id(),
                endpoint.scope(),
                endpoint.type(),
                lifecycle.state(endpoint),
                endpoint.vpcId(),
                endpoint.serviceName(),
                endpoint.serviceId(),
                endpoint.serviceRegion(),
                endpoint.serviceOwner(),
                endpoint.subnets().stream().map(EndpointSubnet::subnetId).toList(),
                endpoint.subnets().stream()
                        .map(EndpointSubnet::networkInterfaceId)
                        .toList(),
                endpoint.groupIds(),
                routeTableIds,
                endpoint.prefixListId(),
                endpoint.privateDns(),
                List.copyOf(endpoint.privateNames()),
                Boolean.TRUE.equals(endpoint.inboundResolverOnly()),
                endpoint.dnsNames(),
                endpoint.ipAddressType(),
                endpoint.policyDocument());
    }
}

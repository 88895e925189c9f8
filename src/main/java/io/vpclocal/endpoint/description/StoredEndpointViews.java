package io.vpclocal.endpoint.description;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.endpoint.EndpointViews;
import io.vpclocal.endpoint.vpcendpoint.EndpointSubnet;
import io.vpclocal.endpoint.vpcendpoint.Lifecycle;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Views of stored endpoints, read together in a fixed number of queries. */
@Component
@Transactional(readOnly = true)
class StoredEndpointViews implements EndpointViews {

    private final VpcEndpoints endpoints;
    private final EndpointDescriptions descriptions;
    private final Lifecycle lifecycle;

    StoredEndpointViews(VpcEndpoints endpoints, EndpointDescriptions descriptions, Lifecycle lifecycle) {
        this.endpoints = endpoints;
        this.descriptions = descriptions;
        this.lifecycle = lifecycle;
    }

    @Override
    public List<EndpointView> all(Scope scope) {
        return views(scope, endpoints.findAll(scope));
    }

    @Override
    public List<EndpointView> ofVpc(Scope scope, String vpcId) {
        return views(
                scope,
                endpoints.ofVpc(vpcId).stream()
                        .filter(endpoint -> endpoint.scope().equals(scope))
                        .toList());
    }

    @Override
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

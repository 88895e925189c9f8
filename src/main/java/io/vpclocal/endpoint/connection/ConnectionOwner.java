package io.vpclocal.endpoint.connection;

import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpoints;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceOwner;
import io.vpclocal.resource.TagStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The ownership of connections for tags. A connection belongs to the service's owner, in the service's Region. */
@Component
class ConnectionOwner extends ResourceOwner<VpcEndpointEntity> {

    private final VpcEndpoints endpoints;
    private final TagStore tags;

    ConnectionOwner(VpcEndpoints endpoints, TagStore tags) {
        super(ConnectionIds.KIND, endpoints, tags);
        this.endpoints = endpoints;
        this.tags = tags;
    }

    @Override
    public boolean exists(Scope scope, String id) {
        return !existing(scope, Set.of(id)).isEmpty();
    }

    @Override
    public Set<String> existing(Scope scope, Collection<String> ids) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        List<String> endpointIds = ids.stream().map(ConnectionIds::endpointOf).toList();
        return endpoints.connectedTo(scope.account(), scope.region(), endpointIds).stream()
                .map(ConnectionIds::ofEndpoint)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<Attributes> attributes(Scope scope, String id) {
        return exists(scope, id) ? Optional.of(new Attributes(Map.of(), tags.asMap(scope, id))) : Optional.empty();
    }

    @Override
    protected Map<String, List<String>> conditionKeys(VpcEndpointEntity endpoint) {
        return Map.of();
    }
}

package io.vpclocal.endpointservice.hosted;

import io.vpclocal.endpointservice.EndpointConnections;
import io.vpclocal.endpointservice.EndpointConnections.Connection;
import io.vpclocal.endpointservice.EndpointConnections.Decision;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.UnsuccessfulItems;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.UnsuccessfulItem;

/** The connections to an account's services, and the account's decisions on them. */
@Service
class ConnectionService {

    private static final Describe<Connection> DESCRIBE = Describe.<Connection>filters()
            .filter("ip-address-type", Connection::ipAddressType)
            .filter("service-id", Connection::serviceId)
            .filter("vpc-endpoint-owner", connection -> connection.consumer().account())
            .filter("vpc-endpoint-region", connection -> connection.consumer().region())
            .filter("vpc-endpoint-state", Connection::state)
            .filter("vpc-endpoint-id", Connection::endpointId)
            .privateLink()
            .maxResults(MaxResults.clamped(HostedLimits.PAGE))
            .build();

    private final HostedServices services;
    private final HostedServiceLookup lookup;
    private final HostedServiceViews views;
    private final EndpointConnections connections;
    private final Describer describer;

    ConnectionService(
            HostedServices services,
            HostedServiceLookup lookup,
            HostedServiceViews views,
            EndpointConnections connections,
            Describer describer) {
        this.services = services;
        this.lookup = lookup;
        this.views = views;
        this.connections = connections;
        this.describer = describer;
    }

    /** A page of connections. @param services their services, by id */
    record Described(Page<Connection> page, Map<String, HostedServiceEntity> services) {}

    Described describe(Scope scope, DescribeVpcEndpointConnectionsRequest request) {
        Map<String, HostedServiceEntity> own = services.findAll(scope).stream()
                .collect(Collectors.toMap(HostedServiceEntity::id, Function.identity()));
        Page<Connection> page = describer.page(
                DESCRIBE,
                connections.of(asked(own.keySet(), request.filters())),
                Connection::id,
                "DescribeVpcEndpointConnections",
                scope,
                request.filters(),
                request.maxResults(),
                request.nextToken());
        return new Described(page, own);
    }

    /** The services that the filters can match. The others are not read. */
    private static Set<String> asked(Set<String> serviceIds, List<Filter> filters) {
        Set<String> asked = new HashSet<>(serviceIds);
        filters.stream()
                .filter(filter -> "service-id".equals(filter.name()))
                .filter(filter -> filter.values().stream().allMatch(HostedServiceOwner.KIND::wellFormed))
                .forEach(filter -> asked.retainAll(filter.values()));
        return asked;
    }

    /** Accepts or rejects each endpoint, and returns an error for each failure. */
    List<UnsuccessfulItem> decide(Scope scope, String serviceId, List<String> endpointIds, Decision decision) {
        HostedServiceEntity service = lookup.require(scope, serviceId);
        return connections.decide(views.of(service), endpointIds, decision).stream()
                .map(refusal -> UnsuccessfulItems.of(refusal.endpointId(), refusal.reason()))
                .toList();
    }
}

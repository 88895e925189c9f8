package io.vpclocal.endpoint.description;

import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.vpcendpoint.EndpointIds;
import io.vpclocal.endpoint.vpcendpoint.Lifecycle;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.network.routetable.GatewayRoutes;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointsRequest;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** DescribeVpcEndpoints. */
@Component
public class EndpointDescriptions {

    private final GatewayRoutes routes;
    private final Describer describer;
    private final Lifecycle lifecycle;
    private final Describe<VpcEndpointEntity> filters;

    EndpointDescriptions(GatewayRoutes routes, Describer describer, Lifecycle lifecycle) {
        this.routes = routes;
        this.describer = describer;
        this.lifecycle = lifecycle;
        this.filters = filters(lifecycle);
    }

    /** A page of endpoints with the data that the response shows. */
    public record Described(List<VpcEndpoint> endpoints, Page<VpcEndpointEntity> page) {}

    public Described describe(Scope scope, DescribeVpcEndpointsRequest request) {
        requirePossible(request.vpcEndpointIds());
        Page<VpcEndpointEntity> page = describer.page(
                filters,
                VpcEndpointEntity.class,
                EndpointIds.KIND,
                scope,
                request.vpcEndpointIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
        Map<String, List<String>> tables = routeTables(scope, page.items());
        List<VpcEndpoint> wire = page.map(
                (endpoint, tags) -> VpcEndpointWire.toWire(
                        endpoint, lifecycle.state(endpoint), tables.getOrDefault(endpoint.id(), List.of()), tags),
                VpcEndpointEntity::id);
        return new Described(wire, page);
    }

    /** The route tables of the gateways among the endpoints, by endpoint id. */
    public Map<String, List<String>> routeTables(Scope scope, Collection<VpcEndpointEntity> some) {
        return routes.tablesOf(
                scope,
                some.stream()
                        .filter(endpoint -> endpoint.type() == EndpointType.GATEWAY)
                        .map(VpcEndpointEntity::id)
                        .toList());
    }

    /** @throws io.vpclocal.protocol.AwsException for the first malformed id */
    static void requirePossible(List<String> ids) {
        EndpointIds.VPC_ENDPOINT.requireWellFormed(ids);
        ids.stream().filter(id -> !EndpointIds.KIND.wellFormed(id)).findFirst().ifPresent(id -> {
            throw EndpointIds.VPC_ENDPOINT.notFound(id);
        });
    }

    private static Describe<VpcEndpointEntity> filters(Lifecycle lifecycle) {
        return Describe.<VpcEndpointEntity>filters()
                .column("ip-address-type", "ipAddressType", VpcEndpointEntity::ipAddressType)
                .column("service-name", "serviceName", VpcEndpointEntity::serviceName)
                .column("service-region", "serviceRegion", VpcEndpointEntity::serviceRegion)
                .column("vpc-id", "vpcId", VpcEndpointEntity::vpcId)
                .column("vpc-endpoint-id", "resourceId", VpcEndpointEntity::id)
                .column("vpc-endpoint-type", "endpointType", endpoint -> endpoint.type()
                        .wire())
                .filter(
                        "vpc-endpoint-state",
                        endpoint -> lifecycle.state(endpoint).wire())
                .tags()
                .privateLink()
                .maxResults(MaxResults.clamped(1000))
                .build();
    }
}

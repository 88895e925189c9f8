package io.vpclocal.endpointservice;

import io.vpclocal.protocol.Call;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServicesRequest;

/** DescribeVpcEndpointServices. */
@Component
class ServiceDescriptions {

    private static final Describe<EndpointService> DESCRIBE = Describe.<EndpointService>filters()
            .filter("owner", EndpointService::owner)
            .filter("service-name", EndpointService::name)
            .filter("service-region", EndpointService::region)
            .filter("service-type", EndpointService::type)
            .filter("supported-ip-address-types", EndpointService::supportedIpAddressTypes)
            .tags()
            .privateLink()
            .maxResults(MaxResults.clamped(1000))
            .build();

    private final EndpointServices services;
    private final Describer describer;

    ServiceDescriptions(EndpointServices services, Describer describer) {
        this.services = services;
        this.describer = describer;
    }

    Page<EndpointService> describe(Call call, DescribeVpcEndpointServicesRequest request) {
        List<String> regions = request.serviceRegions().isEmpty()
                ? List.of(call.scope().region())
                : request.serviceRegions().stream().distinct().toList();
        List<EndpointService> visible = regions.stream()
                .flatMap(region -> services.visible(call, region).stream())
                .toList();
        return describer.page(
                DESCRIBE,
                named(visible, request.serviceNames()),
                EndpointService::id,
                call.action() + regions + request.serviceNames(),
                call.scope(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    /** The services with the given names, or all. */
    private static List<EndpointService> named(List<EndpointService> services, List<String> names) {
        if (names.isEmpty()) {
            return services;
        }
        Set<String> known = services.stream().map(EndpointService::name).collect(Collectors.toSet());
        for (String name : names) {
            if (!known.contains(name)) {
                throw ServiceErrors.noSuchService(name);
            }
        }
        return services.stream()
                .filter(service -> names.contains(service.name()))
                .toList();
    }
}

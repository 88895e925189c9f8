package io.vpclocal.endpointservice.hosted;

import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeVpcEndpointServiceConfigurationsRequest;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.Tag;

/** DescribeVpcEndpointServiceConfigurations: services as their owners see them. */
@Component
class ServiceConfigurationDescriptions {

    private static final Describe<HostedServiceEntity> DESCRIBE = Describe.<HostedServiceEntity>filters()
            .column("service-name", "serviceName", HostedServiceEntity::serviceName)
            .column("service-id", "resourceId", HostedServiceEntity::id)
            .filter("service-state", service -> ServiceConfigurationWire.AVAILABLE)
            .filter("supported-ip-address-types", HostedServiceEntity::addressTypes)
            .tags()
            .privateLink()
            .maxResults(MaxResults.clamped(HostedLimits.PAGE))
            .build();

    private final Describer describer;
    private final HostedServiceViews views;

    ServiceConfigurationDescriptions(Describer describer, HostedServiceViews views) {
        this.describer = describer;
        this.views = views;
    }

    Page<HostedServiceEntity> describe(Scope scope, DescribeVpcEndpointServiceConfigurationsRequest request) {
        return describer.page(
                DESCRIBE,
                HostedServiceEntity.class,
                HostedServiceOwner.KIND,
                scope,
                request.serviceIds(),
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    List<ServiceConfiguration> toWire(Page<HostedServiceEntity> page) {
        Iterator<EndpointService> seen = views.of(page.items()).iterator();
        return page.map(
                (service, tags) -> ServiceConfigurationWire.toWire(service, seen.next(), tags),
                HostedServiceEntity::id);
    }

    ServiceConfiguration toWire(HostedServiceEntity service, List<Tag> tags) {
        return ServiceConfigurationWire.toWire(service, views.of(service), tags);
    }
}

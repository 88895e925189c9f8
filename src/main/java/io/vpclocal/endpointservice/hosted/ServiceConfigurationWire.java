package io.vpclocal.endpointservice.hosted;

import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.endpointservice.EndpointService;
import io.vpclocal.network.region.AvailabilityZone;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.PrivateDnsNameConfiguration;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;
import software.amazon.awssdk.services.ec2.model.ServiceTypeDetail;
import software.amazon.awssdk.services.ec2.model.SupportedRegionDetail;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Hosted services as the API shows them to their owners. */
final class ServiceConfigurationWire {

    /** A service is available at once, in each of its Regions. */
    static final String AVAILABLE = "Available";

    private ServiceConfigurationWire() {}

    /** @param seen the same service as consumers see it */
    static ServiceConfiguration toWire(HostedServiceEntity service, EndpointService seen, List<Tag> tags) {
        List<String> arns = List.copyOf(service.loadBalancerArns());
        PrivateName name = service.privateName();
        return ServiceConfiguration.builder()
                .serviceType(
                        ServiceTypeDetail.builder().serviceType(seen.type()).build())
                .serviceId(service.id())
                .serviceName(service.serviceName())
                .serviceState(AVAILABLE)
                .availabilityZoneIds(
                        seen.zones().stream().map(AvailabilityZone::id).toList())
                .availabilityZones(
                        seen.zones().stream().map(AvailabilityZone::name).toList())
                .acceptanceRequired(service.acceptanceRequired())
                .managesVpcEndpoints(seen.managesVpcEndpoints())
                .networkLoadBalancerArns(service.gateway() ? null : arns)
                .gatewayLoadBalancerArns(service.gateway() ? arns : null)
                .supportedIpAddressTypesWithStrings(seen.supportedIpAddressTypes())
                .baseEndpointDnsNames(orAbsent(seen.dns().baseNames()))
                .privateDnsName(name == null ? null : name.name())
                .privateDnsNameConfiguration(toWire(name))
                .payerResponsibility(service.payerResponsibility())
                .tags(tags)
                .supportedRegions(service.supportedRegions().stream()
                        .map(ServiceConfigurationWire::toWire)
                        .toList())
                .remoteAccessEnabled(service.multiRegion())
                .build();
    }

    /** AWS sends an empty element without a name. Terraform's tests rely on it. */
    private static PrivateDnsNameConfiguration toWire(@Nullable PrivateName name) {
        return name == null
                ? PrivateDnsNameConfiguration.builder().build()
                : PrivateDnsNameConfiguration.builder()
                        .state(name.state())
                        .type("TXT")
                        .value(name.recordValue())
                        .name(name.recordName())
                        .build();
    }

    private static SupportedRegionDetail toWire(String region) {
        return SupportedRegionDetail.builder()
                .region(region)
                .serviceState(AVAILABLE)
                .build();
    }
}

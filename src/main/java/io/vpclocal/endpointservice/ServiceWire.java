package io.vpclocal.endpointservice;

import io.vpclocal.network.region.AvailabilityZone;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.PrivateDnsDetails;
import software.amazon.awssdk.services.ec2.model.ServiceDetail;
import software.amazon.awssdk.services.ec2.model.ServiceTypeDetail;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Endpoint services as DescribeVpcEndpointServices shows them. */
final class ServiceWire {

    private ServiceWire() {}

    static ServiceDetail toWire(EndpointService service, List<Tag> tags) {
        ServiceDetail.Builder detail = ServiceDetail.builder()
                .serviceName(service.name())
                .serviceId(service.id())
                .serviceType(
                        ServiceTypeDetail.builder().serviceType(service.type()).build())
                .serviceRegion(service.region())
                .availabilityZoneIds(
                        service.zones().stream().map(AvailabilityZone::id).toList())
                .availabilityZones(
                        service.zones().stream().map(AvailabilityZone::name).toList())
                .owner(service.owner())
                .baseEndpointDnsNames(service.dns().baseNames())
                .vpcEndpointPolicySupported(service.policySupported())
                .acceptanceRequired(service.acceptanceRequired())
                .managesVpcEndpoints(service.managesVpcEndpoints())
                .payerResponsibility(service.payerResponsibility())
                .tags(tags)
                .supportedIpAddressTypesWithStrings(service.supportedIpAddressTypes());
        List<String> privateNames = service.dns().privateNames();
        if (!privateNames.isEmpty()) {
            detail.privateDnsName(privateNames.get(0))
                    .privateDnsNames(privateNames.stream()
                            .map(name -> PrivateDnsDetails.builder()
                                    .privateDnsName(name)
                                    .build())
                            .toList())
                    .privateDnsNameVerificationState(service.dns().verificationState());
        }
        return detail.build();
    }
}

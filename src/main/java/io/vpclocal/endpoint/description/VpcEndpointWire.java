package io.vpclocal.endpoint.description;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.EndpointType;
import io.vpclocal.endpoint.vpcendpoint.EndpointGroup;
import io.vpclocal.endpoint.vpcendpoint.EndpointSubnet;
import io.vpclocal.endpoint.vpcendpoint.PrivateDomains;
import io.vpclocal.endpoint.vpcendpoint.VpcEndpointEntity;
import io.vpclocal.endpointservice.EndpointDnsNames.DnsName;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.ec2.model.DnsEntry;
import software.amazon.awssdk.services.ec2.model.DnsOptions;
import software.amazon.awssdk.services.ec2.model.SecurityGroupIdentifier;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** Endpoints as the API shows them. */
public final class VpcEndpointWire {

    private VpcEndpointWire() {}

    /** @param routeTableIds the tables with a gateway's route; empty for other types */
    public static VpcEndpoint toWire(
            VpcEndpointEntity endpoint, EndpointState state, List<String> routeTableIds, List<Tag> tags) {
        EndpointType type = endpoint.type();
        return VpcEndpoint.builder()
                .vpcEndpointId(endpoint.id())
                .vpcEndpointType(type.wire())
                .vpcId(endpoint.vpcId())
                .serviceName(type.named() ? endpoint.serviceName() : null)
                .resourceConfigurationArn(type == EndpointType.RESOURCE ? endpoint.serviceName() : null)
                .serviceNetworkArn(type == EndpointType.SERVICE_NETWORK ? endpoint.serviceName() : null)
                .serviceRegion(endpoint.serviceRegion())
                .state(state.wire())
                .policyDocument(type.takesPolicy() ? endpoint.policyDocument() : null)
                .routeTableIds(routeTableIds)
                .subnetIds(endpoint.subnets().stream()
                        .map(EndpointSubnet::subnetId)
                        .toList())
                .groups(endpoint.groups().stream().map(VpcEndpointWire::toWire).toList())
                .ipAddressType(
                        type.named()
                                ? endpoint.ipAddressType()
                                : endpoint.ipAddressType().toUpperCase(Locale.ROOT))
                .dnsOptions(type == EndpointType.GATEWAY_LOAD_BALANCER ? null : dnsOptions(endpoint))
                .privateDnsEnabled(endpoint.privateDns())
                .requesterManaged(false)
                .networkInterfaceIds(endpoint.subnets().stream()
                        .map(EndpointSubnet::networkInterfaceId)
                        .toList())
                .dnsEntries(endpoint.dnsNames().stream()
                        .map(VpcEndpointWire::toWire)
                        .toList())
                .creationTimestamp(endpoint.createdAt())
                .tags(tags)
                .ownerId(endpoint.account())
                .build();
    }

    private static DnsOptions dnsOptions(VpcEndpointEntity endpoint) {
        PrivateDomains domains = endpoint.privateDomains();
        return DnsOptions.builder()
                .dnsRecordIpType(endpoint.dnsRecordIpType())
                .privateDnsOnlyForInboundResolverEndpoint(endpoint.inboundResolverOnly())
                .privateDnsPreference(domains.preference())
                .privateDnsSpecifiedDomains(domains.names().isEmpty() ? null : domains.names())
                .build();
    }

    private static SecurityGroupIdentifier toWire(EndpointGroup group) {
        return SecurityGroupIdentifier.builder()
                .groupId(group.groupId())
                .groupName(group.groupName())
                .build();
    }

    private static DnsEntry toWire(DnsName name) {
        return DnsEntry.builder()
                .dnsName(name.name())
                .hostedZoneId(name.hostedZoneId())
                .build();
    }
}

package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAddress;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;

/** Load balancers as the API shows them. */
@Component
class LoadBalancerWire {

    private final HostedZones hostedZones;

    LoadBalancerWire(HostedZones hostedZones) {
        this.hostedZones = hostedZones;
    }

    LoadBalancer toWire(LoadBalancerEntity stored, LoadBalancerStateEnum state) {
        LoadBalancer.Builder wire = LoadBalancer.builder()
                .loadBalancerArn(stored.arn())
                .loadBalancerName(stored.name())
                .createdTime(stored.createdAt())
                .vpcId(stored.vpcId())
                .type(stored.type().wire())
                .state(s -> s.code(state))
                .availabilityZones(zones(stored))
                .ipAddressType(stored.ipAddressType());
        if (stored.type() != LoadBalancerType.GATEWAY) {
            wire.scheme(stored.scheme())
                    .dnsName(BalancerDnsName.of(stored))
                    .canonicalHostedZoneId(hostedZones.of(stored.type(), stored.region()));
        }
        if (stored.type() == LoadBalancerType.NETWORK) {
            wire.enablePrefixForIpv6SourceNat(stored.ipv6SourceNat())
                    .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(stored.enforceOnPrivateLink());
        }
        List<String> groups = stored.groupIds();
        return groups.isEmpty() ? wire.build() : wire.securityGroups(groups).build();
    }

    static List<AvailabilityZone> zones(LoadBalancerEntity stored) {
        return stored.subnets().stream().map(LoadBalancerWire::zone).toList();
    }

    private static AvailabilityZone zone(LoadBalancerSubnet subnet) {
        List<LoadBalancerAddress> addresses =
                subnet.publicIp() == null && subnet.privateIpv4() == null && subnet.ipv6() == null
                        ? List.of()
                        : List.of(LoadBalancerAddress.builder()
                                .ipAddress(subnet.publicIp())
                                .allocationId(subnet.allocationId())
                                .privateIPv4Address(subnet.privateIpv4())
                                .iPv6Address(subnet.ipv6())
                                .build());
        return AvailabilityZone.builder()
                .zoneName(subnet.zone())
                .subnetId(subnet.subnetId())
                .loadBalancerAddresses(addresses)
                .build();
    }
}

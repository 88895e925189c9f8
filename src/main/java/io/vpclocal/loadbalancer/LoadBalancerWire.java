package io.vpclocal.loadbalancer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAddress;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerStateEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Matcher;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetDescription;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;

/** Load balancers, health checks and targets as the API shows them. */
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
        if (stored.type() == LoadBalancerType.NETWORK) {
            wire.scheme(stored.scheme())
                    .dnsName(dnsName(stored))
                    .canonicalHostedZoneId(hostedZones.of(stored.region()))
                    .enablePrefixForIpv6SourceNat(stored.ipv6SourceNat())
                    .enforceSecurityGroupInboundRulesOnPrivateLinkTraffic(stored.enforceOnPrivateLink());
        }
        List<String> groups = stored.groupIds();
        return groups.isEmpty() ? wire.build() : wire.securityGroups(groups).build();
    }

    static List<AvailabilityZone> zones(LoadBalancerEntity stored) {
        return stored.subnets().stream().map(LoadBalancerWire::zone).toList();
    }

    /** A target group of which nothing is told yet but its health check. */
    static TargetGroup.Builder targetGroup(HealthCheck check) {
        return TargetGroup.builder()
                .healthCheckProtocol(check.protocol())
                .healthCheckPort(check.port())
                .healthCheckEnabled(true)
                .healthCheckPath(check.path())
                .matcher(matcher(check.matcher()))
                .healthCheckIntervalSeconds(check.interval())
                .healthCheckTimeoutSeconds(check.timeout())
                .healthyThresholdCount(check.healthyThreshold())
                .unhealthyThresholdCount(check.unhealthyThreshold());
    }

    static TargetDescription target(Target target) {
        return TargetDescription.builder()
                .id(target.targetId())
                .port(target.port())
                .availabilityZone(target.zone())
                .build();
    }

    /** The HTTP codes that a request takes for healthy; null if it does not say. */
    static @Nullable String httpCode(@Nullable Matcher matcher) {
        return matcher == null ? null : matcher.httpCode();
    }

    private static @Nullable Matcher matcher(@Nullable String httpCode) {
        return httpCode == null ? null : Matcher.builder().httpCode(httpCode).build();
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

    private static String dnsName(LoadBalancerEntity stored) {
        String suffix = stored.scope().partition().equals("aws-cn") ? ".amazonaws.com.cn" : ".amazonaws.com";
        return stored.name() + "-" + stored.id() + ".elb." + stored.region() + suffix;
    }
}

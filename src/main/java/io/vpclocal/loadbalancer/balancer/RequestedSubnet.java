package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.protocol.CommonErrors;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.SubnetMapping;

/**
 * A subnet in a load balancer request.
 *
 * @param allocationId the requested Elastic IP address; null for an address of AWS
 * @param privateIpv4 the requested private address; null for a free one
 * @param ipv6 the requested IPv6 address; null for a free one
 */
record RequestedSubnet(
        String subnetId,
        @Nullable String allocationId,
        @Nullable String privateIpv4,
        @Nullable String ipv6) {

    /** @throws io.vpclocal.protocol.AwsException if both forms are used, or none */
    static List<RequestedSubnet> of(LoadBalancerType type, List<String> subnets, List<SubnetMapping> mappings) {
        if (subnets.isEmpty() == mappings.isEmpty()) {
            throw ElbErrors.subnetsOrMappings();
        }
        List<RequestedSubnet> requests = new ArrayList<>();
        new LinkedHashSet<>(subnets).forEach(id -> requests.add(new RequestedSubnet(id, null, null, null)));
        for (SubnetMapping mapping : mappings) {
            if (mapping.sourceNatIpv6Prefix() != null) {
                throw CommonErrors.notHere("source NAT prefixes");
            }
            requireForType(type, mapping);
            requests.add(new RequestedSubnet(
                    ElbParams.require(mapping.subnetId(), "subnetMappings.subnetId"),
                    mapping.allocationId(),
                    mapping.privateIPv4Address(),
                    mapping.iPv6Address()));
        }
        return requests;
    }

    private static void requireForType(LoadBalancerType type, SubnetMapping mapping) {
        if (type != LoadBalancerType.NETWORK && mapping.allocationId() != null) {
            throw ElbErrors.elasticIpsNotFor(type);
        }
        boolean chosen = mapping.privateIPv4Address() != null || mapping.iPv6Address() != null;
        if (type == LoadBalancerType.APPLICATION && chosen) {
            throw ElbErrors.addressOfApplication();
        }
    }
}

package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.resource.ElbErrors;
import io.vpclocal.loadbalancer.resource.ElbNames;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.CreateLoadBalancerRequest;

/** The properties of a new load balancer. Validates everything that needs no database access. */
public record LoadBalancerPlan(
        String name,
        LoadBalancerType type,
        @Nullable String scheme,
        String ipAddressType,
        List<RequestedSubnet> subnets,
        List<String> groupIds) {

    /** The pattern of AWS's model, which empty text does not match. */
    private static final Pattern POOLS = Pattern.compile("^(ipv4pool-coip-)[a-zA-Z0-9]+$");

    static final String INTERNET_FACING = "internet-facing";
    public static final String IPV4 = "ipv4";
    public static final String DUALSTACK = "dualstack";
    static final String WITHOUT_PUBLIC_IPV4 = "dualstack-without-public-ipv4";

    /** @throws io.vpclocal.protocol.AwsException if a parameter is missing, not valid, or not emulated */
    static LoadBalancerPlan of(CreateLoadBalancerRequest request) {
        String name = ElbNames.loadBalancer(ElbParams.require(request.name(), "name"));
        String wanted = request.typeAsString();
        LoadBalancerType type = wanted == null ? LoadBalancerType.APPLICATION : LoadBalancerType.of(wanted);
        if (request.enablePrefixForIpv6SourceNatAsString() != null && type != LoadBalancerType.NETWORK) {
            throw ElbErrors.sourceNatOfNetworkOnly();
        }
        requireEmulated(request);
        if (type == LoadBalancerType.GATEWAY) {
            requireForGateway(request);
        }
        String scheme = request.schemeAsString() == null ? INTERNET_FACING : request.schemeAsString();
        String addresses = request.ipAddressTypeAsString();
        return new LoadBalancerPlan(
                name,
                type,
                type == LoadBalancerType.GATEWAY ? null : scheme,
                addressType(addresses == null ? IPV4 : addresses, type, scheme),
                RequestedSubnet.of(type, request.subnets(), request.subnetMappings()),
                List.copyOf(new LinkedHashSet<>(request.securityGroups())));
    }

    static String addressType(String wanted, LoadBalancerType type, @Nullable String scheme) {
        boolean ofApplication = wanted.equals(WITHOUT_PUBLIC_IPV4) && type == LoadBalancerType.APPLICATION;
        if (!wanted.equals(IPV4) && !wanted.equals(DUALSTACK) && !ofApplication) {
            throw ElbErrors.addressTypeNotSupported(type);
        }
        if (ofApplication && !INTERNET_FACING.equals(scheme)) {
            throw ElbErrors.internetFacingOnly(wanted);
        }
        return wanted;
    }

    /** A copy with other security groups. */
    LoadBalancerPlan in(List<String> groups) {
        return new LoadBalancerPlan(name, type, scheme, ipAddressType, subnets, groups);
    }

    boolean internetFacing() {
        return INTERNET_FACING.equals(scheme);
    }

    /** True if the load balancer was created by an equal request. */
    boolean made(LoadBalancerEntity present) {
        return present.type() == type
                && Objects.equals(present.scheme(), scheme)
                && present.ipAddressType().equals(ipAddressType)
                && sameGroups(present)
                && set(present.subnets(), LoadBalancerSubnet::requested).equals(Set.copyOf(subnets));
    }

    /** An application load balancer without requested groups got the default group. */
    private boolean sameGroups(LoadBalancerEntity present) {
        return type == LoadBalancerType.APPLICATION && groupIds.isEmpty()
                || Set.copyOf(present.groupIds()).equals(Set.copyOf(groupIds));
    }

    private static <T, R> Set<R> set(List<T> items, Function<T, R> each) {
        return items.stream().map(each).collect(Collectors.toSet());
    }

    private static void requireEmulated(CreateLoadBalancerRequest request) {
        String pool = request.customerOwnedIpv4Pool();
        if (pool != null) {
            throw POOLS.matcher(pool).matches()
                    ? CommonErrors.notHere("customer-owned address pools")
                    : CommonErrors.constraint(
                            AwsService.ELB,
                            "customerOwnedIpv4Pool",
                            pool,
                            "Member must satisfy regular expression pattern: " + POOLS);
        }
        if (request.ipamPools() != null) {
            throw CommonErrors.notHere("IPAM pools");
        }
        if ("on".equals(request.enablePrefixForIpv6SourceNatAsString())) {
            throw CommonErrors.notHere("source NAT prefixes");
        }
    }

    private static void requireForGateway(CreateLoadBalancerRequest request) {
        if (request.schemeAsString() != null) {
            throw ElbErrors.gatewayHasNo("Scheme", "is");
        }
        if (!request.securityGroups().isEmpty()) {
            throw ElbErrors.gatewayHasNo("Security Groups", "are");
        }
    }
}

package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Flow.AddressEndpoint;
import io.vpclocal.traffic.engine.Flow.Endpoint;
import io.vpclocal.traffic.engine.Flow.GatewayEndpoint;
import io.vpclocal.traffic.engine.Flow.InterfaceEndpoint;
import io.vpclocal.traffic.engine.Flow.ServiceEndpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the addresses of a flow: the sending interface, and the result of the source's DNS and address selection. */
record Resolution(@Nullable CompiledInterface source, Packet packet) {

    static Resolution of(NetworkSnapshot network, Flow flow) {
        CompiledInterface source = source(network, flow.source());
        boolean v6 = prefersV6(network, flow, source);
        IpAddress from = sourceAddress(network, flow.source(), source, v6);
        boolean privately = flow.source() instanceof GatewayEndpoint;
        IpAddress to = destination(network, flow.destination(), source, from.isV6(), privately);
        if (from.isV6() != to.isV6()) {
            throw UnresolvableFlowException.noCommonFamily(flow.destination().toString());
        }
        return new Resolution(
                source,
                new Packet(
                        from,
                        to,
                        flow.protocol(),
                        flow.sourcePort(),
                        flow.destinationPort(),
                        flow.icmpType(),
                        flow.icmpCode()));
    }

    static @Nullable CompiledInterface source(NetworkSnapshot network, Endpoint endpoint) {
        if (endpoint instanceof InterfaceEndpoint named) {
            return named(network, named.networkInterfaceId());
        }
        if (endpoint instanceof AddressEndpoint addressed) {
            if (addressed.vpcId() != null) {
                return vpc(network, addressed.vpcId()).interfaces.get(addressed.address());
            }
            List<CompiledInterface> owners = network.privateAddresses.getOrDefault(addressed.address(), List.of());
            if (owners.size() > 1) {
                throw UnresolvableFlowException.ambiguous(addressed.address());
            }
            return owners.isEmpty() ? network.publicAddresses.get(addressed.address()) : owners.get(0);
        }
        return null;
    }

    /** IPv4, unless one side has or is given as IPv6 only. */
    private static boolean prefersV6(NetworkSnapshot network, Flow flow, @Nullable CompiledInterface source) {
        if (flow.destination() instanceof AddressEndpoint addressed) {
            return addressed.address().isV6();
        }
        if (flow.source() instanceof AddressEndpoint addressed) {
            return addressed.address().isV6();
        }
        if (flow.source() instanceof GatewayEndpoint outside) {
            return outside.address().isV6();
        }
        if (flow.protocol() == Packet.ICMPV6 || source != null && source.first(false) == null) {
            return true;
        }
        return flow.destination() instanceof InterfaceEndpoint named
                && (named.address() != null
                        ? named.address().isV6()
                        : named(network, named.networkInterfaceId()).first(false) == null);
    }

    private static IpAddress sourceAddress(
            NetworkSnapshot network, Endpoint endpoint, @Nullable CompiledInterface source, boolean v6) {
        if (endpoint instanceof ServiceEndpoint service) {
            return serviceAddress(network, service);
        }
        if (endpoint instanceof AddressEndpoint addressed) {
            return source == null ? addressed.address() : source.behind(addressed.address());
        }
        if (endpoint instanceof GatewayEndpoint outside) {
            return outside.address();
        }
        InterfaceEndpoint named = (InterfaceEndpoint) endpoint;
        IpAddress address = named.address();
        if (address == null && source != null) {
            address = source.first(v6);
        }
        if (address == null) {
            throw UnresolvableFlowException.noCommonFamily(named.networkInterfaceId());
        }
        return address;
    }

    /** @param privately whether the packets come through a private gateway */
    private static IpAddress destination(
            NetworkSnapshot network,
            Endpoint endpoint,
            @Nullable CompiledInterface source,
            boolean v6,
            boolean privately) {
        if (endpoint instanceof AddressEndpoint addressed) {
            return addressed.address();
        }
        if (endpoint instanceof ServiceEndpoint service) {
            IpAddress inside = source == null ? null : privateServiceAddress(network, service, source, v6);
            if (inside == null && source != null && !network.serviceAddresses.containsKey(service.serviceName())) {
                throw UnresolvableFlowException.noAddress(
                        service.serviceName(), source.subnet.vpc.vpc.id(), reason(service, source.subnet.vpc));
            }
            return inside == null ? serviceAddress(network, service) : inside;
        }
        InterfaceEndpoint named = (InterfaceEndpoint) endpoint;
        if (named.address() != null) {
            return named.address();
        }
        CompiledInterface target = named(network, named.networkInterfaceId());
        IpAddress own = target.first(v6);
        if (own == null) {
            throw UnresolvableFlowException.noCommonFamily(named.networkInterfaceId());
        }
        boolean near = privately || source != null && source.subnet.vpc.reachable(own) == target;
        IpAddress outer = v6 ? own : target.publicOf(own);
        return near || outer == null ? own : outer;
    }

    /**
     * The answer of private DNS: an address of an interface endpoint, preferably in the source's zone; null if there is
     * none.
     */
    private static @Nullable IpAddress privateServiceAddress(
            NetworkSnapshot network, ServiceEndpoint service, CompiledInterface source, boolean v6) {
        CompiledVpc vpc = source.subnet.vpc;
        if (!vpc.vpc.dnsSupport() || !vpc.vpc.dnsHostnames()) {
            return null;
        }
        IpAddress elsewhere = null;
        for (Network.VpcEndpoint endpoint : vpc.endpoints) {
            if (!endpoint.privateDnsEnabled() || !endpoint.serviceName().equals(service.serviceName())) {
                continue;
            }
            for (String id : endpoint.interfaceIds()) {
                CompiledInterface candidate = named(network, id);
                IpAddress address = candidate.first(v6);
                if (address != null && sameZone(candidate, source)) {
                    return address;
                }
                elsewhere = elsewhere == null ? address : elsewhere;
            }
        }
        return elsewhere;
    }

    /** Why private DNS does not lead to a service without a public address. */
    private static String reason(ServiceEndpoint service, CompiledVpc vpc) {
        List<String> endpoints = vpc.endpoints.stream()
                .filter(endpoint -> endpoint.serviceName().equals(service.serviceName()))
                .map(Network.VpcEndpoint::id)
                .toList();
        if (endpoints.isEmpty()) {
            return "the VPC has no endpoint of it, and it has no public address";
        }
        if (!vpc.vpc.dnsSupport()) {
            return "DNS support of the VPC (enableDnsSupport) is off";
        }
        return vpc.vpc.dnsHostnames()
                ? "private DNS of " + String.join(", ", endpoints) + " is off"
                : "DNS hostnames of the VPC (enableDnsHostnames) are off";
    }

    private static boolean sameZone(CompiledInterface one, CompiledInterface other) {
        return one.subnet.subnet.availabilityZone().equals(other.subnet.subnet.availabilityZone());
    }

    private static IpAddress serviceAddress(NetworkSnapshot network, ServiceEndpoint service) {
        IpAddress address = network.serviceAddresses.get(service.serviceName());
        if (address == null) {
            throw UnresolvableFlowException.unknown("service", service.serviceName());
        }
        return address;
    }

    private static CompiledInterface named(NetworkSnapshot network, String id) {
        CompiledInterface found = network.interfaces.get(id);
        if (found == null) {
            throw UnresolvableFlowException.unknown("network interface", id);
        }
        return found;
    }

    private static CompiledVpc vpc(NetworkSnapshot network, String id) {
        CompiledVpc found = network.vpcs.get(id);
        if (found == null) {
            throw UnresolvableFlowException.unknown("VPC", id);
        }
        return found;
    }
}

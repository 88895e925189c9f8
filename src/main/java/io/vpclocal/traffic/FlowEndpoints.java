package io.vpclocal.traffic;

import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.UnresolvableFlowException;
import io.vpclocal.traffic.instance.Instances;
import io.vpclocal.traffic.name.HostNames;
import io.vpclocal.traffic.name.NamedResources;
import io.vpclocal.traffic.name.UnresolvedNameException;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Resolves the sides of a flow. */
@Component
class FlowEndpoints {

    private static final ResourceKind INTERFACE = NetworkInterfaces.KIND;
    private static final ResourceKind INSTANCE = Instances.KIND;
    private static final String BROADCAST = "255.255.255.255";
    private static final Pattern NUMBERS = Pattern.compile("[0-9][0-9./]*");

    private final FlowRequests requests;
    private final HostNames hostNames;
    private final NamedResources namedResources;

    FlowEndpoints(FlowRequests requests, HostNames hostNames, NamedResources namedResources) {
        this.requests = requests;
        this.hostNames = hostNames;
        this.namedResources = namedResources;
    }

    /** Both sides of a flow. */
    record Sides(Flow.Endpoint source, Flow.Endpoint destination) {}

    /** @throws AwsException if a side does not exist, its name does not resolve, or it cannot be a source */
    Sides both(@Nullable JsonNode source, @Nullable JsonNode destination, KnownNetwork network) {
        FlowRequest.Side from = side("source", source);
        FlowRequest.Side to = side("destination", destination);
        Flow.Endpoint sender = endpoint(from, text -> hostNames.source(text, network), network);
        Flow.Endpoint receiver =
                endpoint(to, text -> hostNames.resolve(text, network.snapshot().interfaceOf(sender), network), network);
        return new Sides(source(sender, receiver, network), receiver);
    }

    /** @throws AwsException if it does not exist, or cannot be a source */
    Flow.Endpoint source(@Nullable JsonNode request, KnownNetwork network) {
        Flow.Endpoint found = endpoint(side("source", request), text -> hostNames.source(text, network), network);
        return source(found, null, network);
    }

    /**
     * The source of a flow. A private address that no interface has is on premises if the destination's VPC has a
     * virtual private gateway.
     */
    private static Flow.Endpoint source(
            Flow.Endpoint source, Flow.@Nullable Endpoint destination, KnownNetwork network) {
        if (source instanceof Flow.AddressEndpoint addressed) {
            IpAddress address = addressed.address();
            boolean inside = addressed.vpcId() != null || address.isPrivate();
            if (inside && !network.hasAddress(addressed.vpcId(), address)) {
                Optional<Network.VpnGateway> gateway =
                        addressed.vpcId() == null ? OnPremises.gatewayTo(destination, network) : Optional.empty();
                if (gateway.isPresent()) {
                    return new Flow.GatewayEndpoint(
                            gateway.get().id(), gateway.get().vpcId(), address);
                }
                throw TrafficErrors.nobodyHas(address.toString(), addressed.vpcId());
            }
            if (address.toString().equals(BROADCAST)) {
                throw TrafficErrors.notAnAddress(BROADCAST);
            }
        }
        return source;
    }

    private FlowRequest.Side side(String member, @Nullable JsonNode request) {
        if (request == null || request.isNull()) {
            throw TrafficErrors.missing(member);
        }
        if (request.isObject()) {
            return requests.side(request);
        }
        if (!request.isString() || request.stringValue().isEmpty()) {
            throw TrafficErrors.invalid("'" + member + "' must be a string or an object.");
        }
        return named(request.stringValue());
    }

    private static FlowRequest.Side named(String text) {
        if (text.startsWith("eni-")) {
            return new FlowRequest.Side(text, null, null, null, null);
        }
        if (text.startsWith("i-") && text.indexOf('.') < 0) {
            return new FlowRequest.Side(null, text, null, null, null);
        }
        boolean address = text.indexOf(':') >= 0 || NUMBERS.matcher(text).matches();
        return address
                ? new FlowRequest.Side(null, null, text, null, null)
                : new FlowRequest.Side(null, null, null, null, text);
    }

    /** @param dns resolves host names */
    private Flow.Endpoint endpoint(FlowRequest.Side side, Function<String, Flow.Endpoint> dns, KnownNetwork network) {
        String service = side.service();
        boolean attached = side.networkInterfaceId() != null || side.instanceId() != null;
        long named = Stream.of(side.networkInterfaceId(), side.instanceId(), service)
                .filter(Objects::nonNull)
                .count();
        if (named > 1 || (named == 0 && side.address() == null) || (service != null && side.address() != null)) {
            throw TrafficErrors.invalid("A side must have exactly one of interface, instance, address and service.");
        }
        if (service != null) {
            return byName(service, dns, network);
        }
        IpAddress address = side.address() == null ? null : address(side.address());
        if (attached) {
            return new Flow.InterfaceEndpoint(interfaceId(side, address, network), address);
        }
        String vpcId = side.vpcId();
        if (vpcId != null && network.snapshot().vpc(vpcId) == null) {
            throw VpcService.KIND.missing(vpcId);
        }
        return new Flow.AddressEndpoint(vpcId, Objects.requireNonNull(address));
    }

    /** A service, an instance or a network interface by its name, or what the DNS name stands for. */
    private Flow.Endpoint byName(String text, Function<String, Flow.Endpoint> dns, KnownNetwork network) {
        String region = network.scope().region();
        for (String name : List.of(text, "com.amazonaws." + region + "." + text)) {
            if (network.snapshot().knowsService(name)) {
                return Flow.service(name);
            }
        }
        if (text.startsWith("com.amazonaws.") || text.startsWith("cn.com.amazonaws.")) {
            return Flow.service(text);
        }
        try {
            Optional<String> named = namedResources.networkInterface(text, network);
            if (named.isPresent()) {
                return Flow.networkInterface(named.get());
            }
            if (text.indexOf('.') >= 0) {
                return dns.apply(text);
            }
        } catch (UnresolvedNameException | UnresolvableFlowException e) {
            throw TrafficErrors.unresolvable(String.valueOf(e.getMessage()));
        }
        throw TrafficErrors.unresolvable("'" + text + "' is not an AWS service of " + region
                + ", and no instance or network interface has it as its Name tag.");
    }

    private static String interfaceId(FlowRequest.Side side, @Nullable IpAddress address, KnownNetwork network) {
        String id = side.networkInterfaceId();
        if (id == null) {
            String instanceId = Objects.requireNonNull(side.instanceId());
            id = network.instances().get(instanceId);
            if (id == null) {
                throw INSTANCE.missing(instanceId);
            }
        }
        Network.NetworkInterface found = network.snapshot().networkInterface(id);
        if (found == null) {
            throw INTERFACE.missing(id);
        }
        boolean own = address == null
                || found.ipv6Addresses().contains(address)
                || found.addresses().stream().anyMatch(one -> one.address().equals(address));
        if (!own) {
            throw TrafficErrors.invalid(
                    "The network interface '" + id + "' does not have the address " + address + ".");
        }
        return id;
    }

    private static IpAddress address(String text) {
        IpAddress address;
        try {
            address = IpAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw TrafficErrors.notAnAddress(text);
        }
        if (impossible(address.toString())) {
            throw TrafficErrors.notAnAddress(text);
        }
        return address;
    }

    /** Loopback, multicast and reserved addresses, which VPCs do not carry. */
    private static boolean impossible(String text) {
        if (text.indexOf(':') >= 0) {
            return text.equals("::") || text.equals("::1") || text.startsWith("ff");
        }
        int first = Integer.parseInt(text.substring(0, text.indexOf('.')));
        return first == 0 || first == 127 || (first >= 224 && !text.equals(BROADCAST));
    }
}

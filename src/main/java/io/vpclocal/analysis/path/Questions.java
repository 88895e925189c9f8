package io.vpclocal.analysis.path;

import io.vpclocal.analysis.reach.ExplanationCode;
import io.vpclocal.analysis.reach.HeaderFilter;
import io.vpclocal.analysis.reach.PathEnd;
import io.vpclocal.analysis.reach.PathQuestion;
import io.vpclocal.analysis.reach.Ranges;
import io.vpclocal.analysis.reach.Terrain;
import io.vpclocal.endpointservice.ServiceBalancers;
import io.vpclocal.loadbalancer.LoadBalancers;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.Explanation;
import software.amazon.awssdk.services.ec2.model.PathRequestFilter;
import software.amazon.awssdk.services.ec2.model.RequestFilterPortRange;
import software.amazon.awssdk.services.ec2.model.StartNetworkInsightsAnalysisRequest;

/** Converts paths and analyses to questions about a network. */
@Component
class Questions {

    private final ServiceBalancers services;
    private final LoadBalancers balancers;
    private final VpnGatewayService vpnGateways;

    Questions(ServiceBalancers services, LoadBalancers balancers, VpnGatewayService vpnGateways) {
        this.services = services;
        this.balancers = balancers;
        this.vpnGateways = vpnGateways;
    }

    /** The question, or the reason that it cannot be asked. */
    record Asked(@Nullable PathQuestion question, @Nullable Explanation refusal) {}

    /** @param accounts the accounts of the analysis */
    Asked of(Terrain terrain, Set<String> accounts, PathEntity path, StartNetworkInsightsAnalysisRequest request) {
        PathRequestFilter atSource = PathFilters.atSource(path);
        PathEnd source = accounts.contains(account(path.sourceArn())) ? pathEnd(terrain, path.source(), true) : null;
        String destinationId = path.destination();
        String destinationArn = path.destinationArn();
        boolean outside = destinationArn != null && !accounts.contains(account(destinationArn));
        PathEnd destination = destinationId == null
                ? new PathEnd.Address(IpAddress.parse(
                        Objects.requireNonNull(Objects.requireNonNull(atSource).destinationAddress())))
                : outside ? null : pathEnd(terrain, destinationId, false);
        if (source == null) {
            return new Asked(null, refusal(terrain, accounts, path.source(), path.sourceArn()));
        }
        if (destination == null) {
            String id = Objects.requireNonNull(destinationId);
            return new Asked(null, refusal(terrain, accounts, id, Objects.requireNonNull(destinationArn)));
        }
        PathQuestion question = new PathQuestion(
                source,
                destination,
                path.protocol().equals("tcp") ? PathQuestion.TCP : PathQuestion.UDP,
                atSource == null ? filter(path) : filter(atSource),
                atDestination(path),
                ids(request.filterInArns()),
                ids(request.filterOutArns()));
        return new Asked(question, null);
    }

    private static HeaderFilter filter(PathEntity path) {
        Integer port = path.destinationPort();
        return new HeaderFilter(address(path.sourceIp()), null, null, port == null ? null : Ranges.of(port, port));
    }

    private static HeaderFilter atDestination(PathEntity path) {
        PathRequestFilter filter = PathFilters.atDestination(path);
        return filter == null ? new HeaderFilter(null, null, address(path.destinationIp()), null) : filter(filter);
    }

    private static HeaderFilter filter(PathRequestFilter filter) {
        return new HeaderFilter(
                address(filter.sourceAddress()),
                ports(filter.sourcePortRange()),
                address(filter.destinationAddress()),
                ports(filter.destinationPortRange()));
    }

    private static @Nullable IpAddress address(@Nullable String text) {
        return text == null ? null : IpAddress.parse(text);
    }

    private static @Nullable Ranges ports(@Nullable RequestFilterPortRange range) {
        if (range == null || range.fromPort() == null && range.toPort() == null) {
            return null;
        }
        int from = Objects.requireNonNullElse(range.fromPort(), 0);
        return Ranges.of(from, range.toPort() == null ? 65_535 : range.toPort());
    }

    /** EC2's resources by id, load balancers by ARN. */
    private static Set<String> ids(List<String> arns) {
        return arns.stream()
                .map(arn -> arn.contains(":ec2:") ? arn.substring(arn.lastIndexOf('/') + 1) : arn)
                .collect(Collectors.toUnmodifiableSet());
    }

    private @Nullable PathEnd pathEnd(Terrain terrain, String id, boolean source) {
        NetworkInventory parts = terrain.parts();
        if (id.startsWith("vpce-svc-")) {
            return service(terrain, id, source);
        }
        if (id.startsWith("i-")) {
            List<String> interfaces = parts.interfaces().stream()
                    .filter(one -> id.equals(one.instanceId()))
                    .map(Network.NetworkInterface::id)
                    .toList();
            return interfaces.isEmpty() ? null : new PathEnd.Interfaces(id, interfaces, false);
        }
        if (id.startsWith("eni-")) {
            return parts.networkInterface(id) == null ? null : new PathEnd.Interfaces(id, List.of(id), false);
        }
        if (id.startsWith("igw-")) {
            Network.InternetGateway gateway = parts.internetGateway(id);
            return gateway == null ? null : new PathEnd.InternetGateway(id, gateway.vpcId());
        }
        if (id.startsWith("pcx-")) {
            return parts.peering(id) == null ? null : new PathEnd.Peering(id);
        }
        if (id.startsWith("vgw-")) {
            Set<String> attached = vpnGateways.attached(terrain.scope(), Set.of(id));
            return attached.contains(id) ? new PathEnd.VpnGateway(id) : null;
        }
        Network.VpcEndpoint endpoint = parts.endpoint(id);
        return endpoint == null ? null : endpoint(endpoint);
    }

    private static PathEnd endpoint(Network.VpcEndpoint endpoint) {
        String list = endpoint.prefixListId();
        return list == null
                ? new PathEnd.Interfaces(endpoint.id(), endpoint.interfaceIds(), true)
                : new PathEnd.GatewayEndpoint(endpoint.id(), endpoint.vpcId(), list);
    }

    /** Paths from a service begin at its load balancers. Paths to it end at the endpoints of this account. */
    private @Nullable PathEnd service(Terrain terrain, String id, boolean source) {
        NetworkInventory parts = terrain.parts();
        String suffix = "." + id;
        List<String> consumers = parts.endpoints().stream()
                .filter(endpoint -> endpoint.serviceName().endsWith(suffix))
                .flatMap(endpoint -> endpoint.interfaceIds().stream())
                .toList();
        if (!source) {
            return consumers.isEmpty() ? null : new PathEnd.Interfaces(id, consumers, true);
        }
        String name = "com.amazonaws.vpce." + terrain.scope().region() + "." + id;
        List<String> arns = services.arns(terrain.scope().region(), name);
        List<String> senders = arns.isEmpty()
                ? List.of()
                : balancers.findAll(arns).values().stream()
                        .flatMap(balancer -> balancer.placements().stream())
                        .map(placement -> placement.networkInterfaceId())
                        .filter(one -> parts.networkInterface(one) != null)
                        .toList();
        return senders.isEmpty() ? null : new PathEnd.Interfaces(id, senders, false);
    }

    /** The component is of an account outside of the analysis, or not in a VPC. */
    private static Explanation refusal(Terrain terrain, Set<String> accounts, String id, String arn) {
        boolean foreign = !accounts.contains(account(arn));
        ExplanationCode code = foreign ? ExplanationCode.UNKNOWN_RESOURCE : ExplanationCode.UNASSOCIATED_COMPONENT;
        return Explanation.builder()
                .explanationCode(code.name())
                .component(component -> component.id(id).arn(arn))
                .componentAccount(account(arn))
                .componentRegion(terrain.scope().region())
                .build();
    }

    /** The account of an ARN. */
    static String account(String arn) {
        return arn.split(":", -1)[4];
    }

    static Explanation gone(String id, String arn) {
        return Explanation.builder()
                .explanationCode(ExplanationCode.NO_SOURCE_OR_DESTINATION.name())
                .component(component -> component.id(id).arn(arn))
                .build();
    }
}

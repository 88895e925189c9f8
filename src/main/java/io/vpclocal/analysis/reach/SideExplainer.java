package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Explains why the source, the destination or the filter at the source alone makes a path impossible. */
final class SideExplainer {

    private final Explanations explanations;
    private final PathQuestion question;
    private final PathSearch search;
    private final NetworkInventory parts;

    SideExplainer(Explanations explanations, PathQuestion question, PathSearch search) {
        this.search = search;
        this.explanations = explanations;
        this.question = question;
        this.parts = explanations.terrain.parts();
    }

    /** True if no other explanation is needed. */
    boolean explain() {
        publicAddresses();
        sourceAddress();
        endpointAsSource();
        boolean disconnected = disconnected();
        return disconnected || otherVpc() || nowhere(question.source()) || nowhere(question.destination());
    }

    private void publicAddresses() {
        Stream<@Nullable IpAddress> outer = Stream.concat(
                question.source() instanceof PathEnd.InternetGateway
                        ? Stream.ofNullable(question.atSource().source())
                        : Stream.empty(),
                question.destination() instanceof PathEnd.InternetGateway
                        ? Stream.concat(
                                Stream.ofNullable(question.atSource().destination()),
                                Stream.ofNullable(question.atDestination().destination()))
                        : Stream.empty());
        List<String> wrong = outer.filter(address -> address != null && !Ranges.PUBLIC.contains(address.number()))
                .map(String::valueOf)
                .distinct()
                .toList();
        if (!wrong.isEmpty()) {
            String id = question.source() instanceof PathEnd.InternetGateway
                    ? question.source().id()
                    : question.destination().id();
            explanations.add(
                    ExplanationCode.IGW_EXPECTS_PUBLIC_ADDRESS,
                    members -> members.internetGateway(explanations.of(id)).addresses(wrong));
        }
    }

    private void sourceAddress() {
        IpAddress given = question.atSource().source();
        if (given != null && question.source() instanceof PathEnd.Interfaces at && !owned(at, given)) {
            explanations.add(
                    ExplanationCode.FILTER_AT_SOURCE_SOURCE_ADDRESS, members -> members.addresses(given.toString()));
        }
        IpAddress to = question.atSource().destination();
        boolean inside = !(question.source() instanceof PathEnd.InternetGateway);
        boolean relayed = to != null && parts.interfaces().stream().anyMatch(one -> Candidates.relays(parts, one, to));
        if (to != null
                && inside
                && !relayed
                && question.destination() instanceof PathEnd.Interfaces at
                && !owned(at, to)) {
            explanations.add(
                    ExplanationCode.FILTER_AT_SOURCE_DESTINATION_ADDRESS, members -> members.addresses(to.toString()));
            at.interfaceIds().stream()
                    .map(parts::networkInterface)
                    .filter(one -> one != null)
                    .findFirst()
                    .ifPresent(one -> explanations.at(
                            ExplanationCode.ENI_ADDRESS_RESTRICTION, one, members -> members.direction("ingress")
                                    .addresses(to.toString())));
        }
    }

    private boolean owned(PathEnd.Interfaces at, IpAddress address) {
        return at.interfaceIds().stream()
                .map(parts::networkInterface)
                .anyMatch(one -> one != null
                        && one.addresses().stream()
                                .anyMatch(own -> own.address().equals(address) || address.equals(own.publicAddress())));
    }

    private void endpointAsSource() {
        if (question.source() instanceof PathEnd.GatewayEndpoint endpoint) {
            explanations.add(
                    ExplanationCode.VPCE_INTRA_VPC_TRAFFIC,
                    members -> members.vpcEndpoint(explanations.of(endpoint.id())));
            IpAddress given = question.atSource().source();
            Ranges own = Ranges.ofAll(parts.prefixList(endpoint.prefixListId()));
            if (given != null && !own.contains(given.number())) {
                explanations.add(
                        ExplanationCode.VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION,
                        members -> members.vpcEndpoint(explanations.of(endpoint.id()))
                                .prefixList(explanations.of(endpoint.prefixListId()))
                                .cidrs(own.cidrs())
                                .addresses(given.toString()));
            }
        }
    }

    /** The two ends are in VPCs without a connection. */
    private boolean disconnected() {
        Set<String> from = vpcs(question.source());
        Set<String> to = vpcs(question.destination());
        boolean joined = from.isEmpty() || to.isEmpty() || from.stream().anyMatch(to::contains);
        boolean gateway = question.source() instanceof PathEnd.InternetGateway;
        if (joined || gateway || connected(from, to) || search.detours()) {
            return false;
        }
        String source = from.iterator().next();
        String destination = to.iterator().next();
        explanations.add(ExplanationCode.DISCONNECTED_VPCS, members -> members.sourceVpc(explanations.of(source))
                .destinationVpc(explanations.of(destination)));
        return true;
    }

    /**
     * Whether peering connections and transit gateways connect VPCs, directly or through others. Through others no
     * packet arrives unless an appliance forwards it, which has its own code (our guess).
     */
    private boolean connected(Set<String> from, Set<String> to) {
        Set<String> reached = new HashSet<>(from);
        int known = 0;
        while (known != reached.size()) {
            known = reached.size();
            for (Set<String> joined : joined()) {
                if (joined.stream().anyMatch(reached::contains)) {
                    reached.addAll(joined);
                }
            }
        }
        return to.stream().anyMatch(reached::contains);
    }

    /** The VPCs of each peering connection and of each transit gateway. */
    private List<Set<String>> joined() {
        List<Set<String>> joined = new ArrayList<>();
        parts.peerings().forEach(one -> joined.add(Set.of(one.requesterVpcId(), one.accepterVpcId())));
        joined.addAll(parts.transitAttachments().stream()
                .collect(Collectors.groupingBy(
                        Network.TransitGatewayAttachment::transitGatewayId,
                        Collectors.mapping(Network.TransitGatewayAttachment::vpcId, Collectors.toSet())))
                .values());
        return joined;
    }

    /** An internet gateway delivers only to its own VPC. */
    private boolean otherVpc() {
        if (!(question.source() instanceof PathEnd.InternetGateway gateway)
                || !(question.destination() instanceof PathEnd.Interfaces)
                || vpcs(question.destination()).contains(gateway.vpcId())) {
            return false;
        }
        Network.Vpc vpc = parts.vpc(gateway.vpcId());
        explanations.add(ExplanationCode.IGW_DESTINATION_ADDRESS_IN_VPC_CIDRS, members -> members.internetGateway(
                        explanations.of(gateway.id()))
                .vpc(explanations.of(gateway.vpcId()))
                .cidrs(
                        vpc == null
                                ? List.of()
                                : vpc.cidrs().stream().map(String::valueOf).toList()));
        return true;
    }

    /** None of its interfaces has an IPv4 address. */
    private boolean nowhere(PathEnd pathEnd) {
        if (!(pathEnd instanceof PathEnd.Interfaces at)
                || at.interfaceIds().stream()
                        .map(parts::networkInterface)
                        .anyMatch(one -> one != null && !one.addresses().isEmpty())) {
            return false;
        }
        explanations.add(
                ExplanationCode.UNASSOCIATED_COMPONENT, members -> members.component(explanations.of(pathEnd.id())));
        return true;
    }

    private Set<String> vpcs(PathEnd pathEnd) {
        if (pathEnd instanceof PathEnd.InternetGateway gateway) {
            return Set.of(gateway.vpcId());
        }
        if (pathEnd instanceof PathEnd.VpnGateway gateway) {
            return Set.of(gateway.vpcId());
        }
        if (pathEnd instanceof PathEnd.GatewayEndpoint endpoint) {
            return Set.of(endpoint.vpcId());
        }
        Set<String> vpcs = new HashSet<>();
        if (pathEnd instanceof PathEnd.Interfaces at) {
            at.interfaceIds().stream()
                    .flatMap(id -> Stream.ofNullable(parts.networkInterface(id)))
                    .map(parts::vpcOf)
                    .forEach(vpcs::add);
        }
        return vpcs;
    }
}

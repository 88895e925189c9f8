package io.vpclocal.network.peering;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.MaxResults;
import io.vpclocal.resource.Page;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ec2.model.DescribeVpcPeeringConnectionsRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;

/** Describes peering connections, each as the caller's side sees it. */
@Component
class VpcPeeringConnectionDescriptions {

    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final VpcPeeringConnections connections;
    private final PeeringLifecycle lifecycle;
    private final VpcService vpcs;
    private final Describer describer;
    private final Describe<VpcPeeringConnectionEntity> filters;

    VpcPeeringConnectionDescriptions(
            VpcPeeringConnections connections, PeeringLifecycle lifecycle, VpcService vpcs, Describer describer) {
        this.connections = connections;
        this.lifecycle = lifecycle;
        this.vpcs = vpcs;
        this.describer = describer;
        this.filters = filters();
    }

    Page<VpcPeeringConnectionEntity> describe(Scope scope, DescribeVpcPeeringConnectionsRequest request) {
        List<String> ids = request.vpcPeeringConnectionIds();
        List<VpcPeeringConnectionEntity> found = (ids.isEmpty()
                        ? connections.findAll(scope)
                        : connections.findAll(scope, ids))
                .stream().filter(lifecycle::visible).toList();
        requireKnown(ids, found);
        return describer.page(
                filters,
                found,
                VpcPeeringConnectionEntity::id,
                "DescribeVpcPeeringConnections" + ids,
                scope,
                request.filters(),
                request.maxResults(),
                request.nextToken());
    }

    VpcPeeringConnection toWire(VpcPeeringConnectionEntity connection, List<Tag> tags) {
        return toWire(connection, lifecycle.state(connection), tags);
    }

    /** @param state the state to show: responses to changes show it before the change is complete */
    VpcPeeringConnection toWire(VpcPeeringConnectionEntity connection, PeeringState state, List<Tag> tags) {
        return VpcPeeringConnectionWire.toWire(
                connection,
                state,
                lifecycle.message(connection, state),
                state.requested() || state == PeeringState.EXPIRED ? lifecycle.expiry(connection) : null,
                requesterVpc(connection, state),
                accepterVpc(connection, state),
                tags);
    }

    private static void requireKnown(List<String> ids, List<VpcPeeringConnectionEntity> found) {
        ids.stream()
                .filter(id -> !VpcPeeringConnectionService.KIND.wellFormed(id))
                .findFirst()
                .ifPresent(id -> {
                    throw VpcPeeringConnectionService.KIND.malformed(id);
                });
        List<String> missing = ids.stream()
                .filter(id -> found.stream().noneMatch(row -> row.id().equals(id)))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw VpcPeeringConnectionService.KIND.notFound(missing);
        }
    }

    private Describe<VpcPeeringConnectionEntity> filters() {
        return Describe.<VpcPeeringConnectionEntity>filters()
                .filter("vpc-peering-connection-id", VpcPeeringConnectionEntity::id)
                .filter("accepter-vpc-info.cidr-block", c -> cidrs(accepterVpc(c, lifecycle.state(c))))
                .filter("accepter-vpc-info.owner-id", c -> c.accepter().scope().account())
                .filter("accepter-vpc-info.vpc-id", c -> c.accepter().vpcId())
                .filter("requester-vpc-info.cidr-block", c -> cidrs(requesterVpc(c, lifecycle.state(c))))
                .filter(
                        "requester-vpc-info.owner-id",
                        c -> c.requester().scope().account())
                .filter("requester-vpc-info.vpc-id", c -> c.requester().vpcId())
                .filter("expiration-time", this::expiration)
                .filter("status-code", c -> lifecycle.state(c).wire())
                .filter("status-message", c -> lifecycle.message(c, lifecycle.state(c)))
                .tags()
                .maxResults(MaxResults.named(5, 1000))
                .build();
    }

    private @Nullable String expiration(VpcPeeringConnectionEntity connection) {
        Instant expiry = toWire(connection, List.of()).expirationTime();
        return expiry == null ? null : MILLIS.format(expiry);
    }

    private static List<Cidr> cidrs(Optional<VpcEntity> vpc) {
        return vpc.map(VpcEntity::ipv4Cidrs).orElse(List.of());
    }

    /** The requester's blocks are shown from the request on, the accepter's from the acceptance on. */
    private Optional<VpcEntity> requesterVpc(VpcPeeringConnectionEntity connection, PeeringState state) {
        return state.live() ? vpc(connection.requester()) : Optional.empty();
    }

    private Optional<VpcEntity> accepterVpc(VpcPeeringConnectionEntity connection, PeeringState state) {
        return state.accepted() ? vpc(connection.accepter()) : Optional.empty();
    }

    private Optional<VpcEntity> vpc(PeeredVpc vpc) {
        return vpcs.find(vpc.scope(), vpc.vpcId());
    }
}

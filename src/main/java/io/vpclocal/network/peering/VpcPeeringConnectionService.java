package io.vpclocal.network.peering;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.vpc.VpcEntity;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of VPC peering connections. Both rows of a connection are changed together. */
@Service
class VpcPeeringConnectionService {

    static final ResourceKind KIND = new ResourceKind(
            "vpc-peering-connection",
            "pcx",
            "vpcPeeringConnection",
            "InvalidVpcPeeringConnectionID",
            "InvalidVpcPeeringConnectionId");

    private final VpcPeeringConnections connections;
    private final PeeringLifecycle lifecycle;
    private final VpcService vpcs;
    private final TagStore tags;
    private final Quotas quotas;
    private final Ids ids;

    VpcPeeringConnectionService(
            VpcPeeringConnections connections,
            PeeringLifecycle lifecycle,
            VpcService vpcs,
            TagStore tags,
            Quotas quotas,
            Ids ids) {
        this.connections = connections;
        this.lifecycle = lifecycle;
        this.vpcs = vpcs;
        this.tags = tags;
        this.quotas = quotas;
        this.ids = ids;
    }

    /**
     * Requests a connection. If the accepter does not exist or its blocks overlap, the connection is created in the
     * state {@code failed}. Our guess: an accepter in the caller's account and Region must exist.
     */
    VpcPeeringConnectionEntity create(PeeredVpc requester, PeeredVpc accepter, List<TagSpecification> specifications) {
        Scope scope = requester.scope();
        forgetEnded(scope);
        lockVpcs(requester, accepter);
        VpcEntity own = vpcs.require(scope, requester.vpcId());
        Optional<VpcEntity> peer = vpcs.find(accepter.scope(), accepter.vpcId());
        if (peer.isEmpty() && accepter.scope().equals(scope)) {
            throw VpcService.KIND.missing(accepter.vpcId());
        }
        requireRoom(requester, accepter);
        Instant now = lifecycle.now();
        VpcPeeringConnectionEntity made = connections.save(
                new VpcPeeringConnectionEntity(scope, ids.next(KIND.prefix()), now, requester, accepter));
        tags.create(scope, KIND, made.id(), specifications);
        if (peer.isEmpty() || overlap(own, peer.get())) {
            made.move(PeeringPhase.FAILED, now);
        } else if (!accepter.scope().equals(scope)) {
            connections.save(new VpcPeeringConnectionEntity(accepter.scope(), made.id(), now, requester, accepter));
        }
        return made;
    }

    /** Accepts a request. The connection fails if the VPCs' blocks overlap by now. */
    VpcPeeringConnectionEntity accept(Scope scope, String id) {
        VpcPeeringConnectionEntity found = require(scope, id);
        requireAccepter(found, scope, "accept", "accepted");
        List<VpcPeeringConnectionEntity> rows = lock(found);
        requireState(found, PeeringState::requested, PeeringState.PROVISIONING);
        requireFewActive(found.requester());
        requireFewActive(found.accepter());
        boolean possible = vpcs.find(
                        found.requester().scope(), found.requester().vpcId())
                .filter(requester ->
                        !overlap(requester, vpcs.require(scope, found.accepter().vpcId())))
                .isPresent();
        PeeringPhase next = possible ? PeeringPhase.ACCEPTED : PeeringPhase.FAILED;
        rows.forEach(row -> row.move(next, lifecycle.now()));
        return found;
    }

    void reject(Scope scope, String id) {
        VpcPeeringConnectionEntity found = require(scope, id);
        requireAccepter(found, scope, "reject", "accepted or rejected");
        List<VpcPeeringConnectionEntity> rows = lock(found);
        requireState(found, PeeringState::requested, PeeringState.REJECTED);
        rows.forEach(row -> row.move(PeeringPhase.REJECTED, lifecycle.now()));
    }

    /** Deletes a connection. Both sides can delete an active one; only the requester can delete a pending one. */
    void delete(Scope scope, String id) {
        VpcPeeringConnectionEntity found = require(scope, id);
        List<VpcPeeringConnectionEntity> rows = lock(found);
        requireState(found, PeeringState::live, PeeringState.DELETING);
        if (lifecycle.state(found).requested()
                && !scope.account().equals(found.requester().scope().account())) {
            throw PeeringErrors.notYours(scope.account(), "delete", id);
        }
        rows.forEach(row -> row.delete(scope.account(), lifecycle.now()));
    }

    /** Ends the connections of a VPC that is being deleted. */
    void endAll(Scope scope, String vpcId) {
        for (VpcPeeringConnectionEntity connection : connections.findOfVpc(scope.account(), scope.region(), vpcId)) {
            if (lifecycle.state(connection).live()) {
                rows(connection).forEach(row -> row.delete(scope.account(), lifecycle.now()));
            }
        }
    }

    /** @param options the options of the sides to change */
    VpcPeeringConnectionEntity modify(Scope scope, String id, PeeringOptions options) {
        VpcPeeringConnectionEntity found = require(scope, id);
        List<VpcPeeringConnectionEntity> rows = lock(found);
        if (lifecycle.state(found) != PeeringState.ACTIVE) {
            throw PeeringErrors.notActive(id);
        }
        options.requirePermitted(scope, found);
        Boolean requester = options.requester();
        Boolean accepter = options.accepter();
        requireHostnames(found.requester(), requester);
        requireHostnames(found.accepter(), accepter);
        for (VpcPeeringConnectionEntity row : rows) {
            if (requester != null) {
                row.resolveForRequester(requester);
            }
            if (accepter != null) {
                row.resolveForAccepter(accepter);
            }
        }
        return found;
    }

    private void requireHostnames(PeeredVpc vpc, @Nullable Boolean resolve) {
        if (Boolean.TRUE.equals(resolve)
                && !vpcs.find(vpc.scope(), vpc.vpcId())
                        .map(VpcEntity::dnsHostnames)
                        .orElse(false)) {
            throw PeeringErrors.dnsHostnamesDisabled(vpc.vpcId());
        }
    }

    private VpcPeeringConnectionEntity require(Scope scope, String id) {
        return connections.find(scope, id).filter(lifecycle::visible).orElseThrow(() -> KIND.missing(id));
    }

    private static void requireAccepter(VpcPeeringConnectionEntity connection, Scope scope, String verb, String verbs) {
        Scope accepter = connection.accepter().scope();
        if (!accepter.account().equals(scope.account())) {
            throw PeeringErrors.notYours(scope.account(), verb, connection.id());
        }
        if (!accepter.region().equals(scope.region())) {
            throw PeeringErrors.otherRegion(scope.region(), connection.id(), verbs, accepter.region());
        }
    }

    private void requireState(
            VpcPeeringConnectionEntity connection, Predicate<PeeringState> possible, PeeringState next) {
        PeeringState state = lifecycle.state(connection);
        if (!possible.test(state)) {
            throw PeeringErrors.transition(connection.id(), state, next);
        }
    }

    private void requireRoom(PeeredVpc requester, PeeredVpc accepter) {
        List<VpcPeeringConnectionEntity> own = live(requester);
        own.stream()
                .filter(other -> Stream.of(other.requester(), other.accepter()).anyMatch(accepter::equals)
                        && !requester.equals(accepter))
                .findFirst()
                .ifPresent(other -> {
                    throw PeeringErrors.alreadyExists(other.id());
                });
        quotas.requireRoom(
                () -> own.stream()
                        .filter(other -> lifecycle.state(other).requested()
                                && other.requester().equals(requester))
                        .count(),
                PeeringLimits.OUTSTANDING_PER_VPC,
                "OutstandingVpcPeeringConnectionLimitExceeded",
                "The maximum number of outstanding VPC peering connection requests has been reached.");
    }

    private void requireFewActive(PeeredVpc vpc) {
        quotas.requireRoom(
                () -> live(vpc).stream()
                        .filter(other -> lifecycle.state(other).accepted())
                        .count(),
                PeeringLimits.ACTIVE_PER_VPC,
                "VpcPeeringConnectionsPerVpcLimitExceeded",
                "The maximum number of active VPC peering connections per VPC has been reached.");
    }

    private List<VpcPeeringConnectionEntity> live(PeeredVpc vpc) {
        return connections.findOfVpc(vpc.scope().account(), vpc.scope().region(), vpc.vpcId()).stream()
                .filter(connection -> lifecycle.state(connection).live())
                .toList();
    }

    private void lockVpcs(PeeredVpc one, PeeredVpc other) {
        Stream.of(one, other)
                .distinct()
                .sorted(PeeredVpc.ORDER)
                .forEach(vpc -> vpcs.lockIfPresent(vpc.scope(), vpc.vpcId()));
    }

    /** Locks both VPCs, then the connection as each side knows it. */
    private List<VpcPeeringConnectionEntity> lock(VpcPeeringConnectionEntity connection) {
        lockVpcs(connection.requester(), connection.accepter());
        return rows(connection);
    }

    /** The rows of a connection, locked. A side that was reset has no row. */
    private List<VpcPeeringConnectionEntity> rows(VpcPeeringConnectionEntity connection) {
        List<VpcPeeringConnectionEntity> rows = new ArrayList<>();
        Stream.of(connection.requester(), connection.accepter())
                .sorted(PeeredVpc.ORDER)
                .map(PeeredVpc::scope)
                .distinct()
                .forEach(scope -> connections.lock(scope, connection.id()).ifPresent(rows::add));
        return rows;
    }

    private static boolean overlap(VpcEntity one, VpcEntity other) {
        List<Cidr> taken = other.ipv4Cidrs();
        return one.ipv4Cidrs().stream().anyMatch(cidr -> taken.stream().anyMatch(cidr::overlaps));
    }

    private void forgetEnded(Scope scope) {
        connections.findAll(scope).stream()
                .filter(connection -> !lifecycle.visible(connection))
                .forEach(gone -> {
                    tags.forget(scope, gone.id());
                    connections.delete(gone);
                });
    }
}

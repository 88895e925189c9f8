package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.Cidr;
import io.vpclocal.network.routetable.RoutePropagation;
import io.vpclocal.network.transitgateway.TransitGatewayService;
import io.vpclocal.network.vpc.VpcService;
import io.vpclocal.network.vpngateway.CustomerGatewayEntity;
import io.vpclocal.network.vpngateway.CustomerGatewayService;
import io.vpclocal.network.vpngateway.VpnGatewayEntity;
import io.vpclocal.network.vpngateway.VpnGatewayService;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Quotas;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateVpnConnectionRequest;

/** The rules of VPN connections. */
@Service
class VpnConnectionService {

    static final ResourceKind KIND =
            new ResourceKind("vpn-connection", "vpn", "vpnConnection", "InvalidVpnConnectionID");

    private final VpnConnections connections;
    private final VpnConnectionLifecycle lifecycle;
    private final NewTunnels tunnels;
    private final VpnGatewayService vpnGateways;
    private final CustomerGatewayService customerGateways;
    private final TransitGatewayService transitGateways;
    private final VpcService vpcs;
    private final RoutePropagation propagation;
    private final TagStore tags;
    private final Quotas quotas;
    private final Ids ids;

    VpnConnectionService(
            VpnConnections connections,
            VpnConnectionLifecycle lifecycle,
            NewTunnels tunnels,
            VpnGatewayService vpnGateways,
            CustomerGatewayService customerGateways,
            TransitGatewayService transitGateways,
            VpcService vpcs,
            RoutePropagation propagation,
            TagStore tags,
            Quotas quotas,
            Ids ids) {
        this.connections = connections;
        this.lifecycle = lifecycle;
        this.tunnels = tunnels;
        this.vpnGateways = vpnGateways;
        this.customerGateways = customerGateways;
        this.transitGateways = transitGateways;
        this.vpcs = vpcs;
        this.propagation = propagation;
        this.tags = tags;
        this.quotas = quotas;
        this.ids = ids;
    }

    /** All connections, with the deleted ones that are still visible. */
    List<VpnConnectionEntity> visible(Scope scope) {
        Instant now = lifecycle.now();
        return connections.findAll(scope).stream()
                .filter(connection -> connection.visible(now))
                .toList();
    }

    /**
     * A repeated call for the same two gateways returns the existing connection (EC2 API Reference: "an idempotent
     * operation"). That the options need not be the same is our guess.
     */
    VpnConnectionEntity create(Scope scope, VpnConnectionPlan plan, CreateVpnConnectionRequest request) {
        customerGateways.require(scope, plan.customerGatewayId());
        if (request.transitGatewayId() != null) {
            throw noAttachmentTo(scope, request.transitGatewayId());
        }
        String vpnGatewayId = plan.vpnGatewayId();
        if (vpnGatewayId != null) {
            vpnGateways.lock(scope, vpnGatewayId);
        }
        CustomerGatewayEntity customer = customerGateways.lock(scope, plan.customerGatewayId());
        forgetDeleted(scope);
        List<VpnConnectionEntity> others = vpnGatewayId == null ? List.of() : ofGateway(scope, vpnGatewayId);
        Optional<VpnConnectionEntity> same = others.stream()
                .filter(other -> other.customerGatewayId().equals(customer.id()))
                .findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        requireDistinctAddress(scope, customer, others);
        requireRoom(scope, others);
        VpnConnectionEntity made = connections.save(new VpnConnectionEntity(
                scope,
                ids.next(KIND.prefix()),
                lifecycle.now(),
                plan,
                tunnels.of(scope, plan, customer.certificateArn() == null)));
        tags.create(scope, KIND, made.id(), request.tagSpecifications());
        return made;
    }

    /** The answer to a call that wants to connect to a transit gateway: they take no VPN connections here. */
    AwsException noAttachmentTo(Scope scope, String transitGatewayId) {
        return transitGateways.find(scope, transitGatewayId).isPresent()
                ? CommonErrors.notHere("VPN connections of transit gateways")
                : VpnConnectionErrors.noTransitGateway(transitGatewayId);
    }

    void delete(Scope scope, String id) {
        VpnConnectionEntity connection = lock(scope, id);
        if (connection.isAvailable()) {
            connection.delete(lifecycle.now());
            routesChanged(connection, connection.vpnGatewayId());
        }
    }

    /** Connects other gateways. Tunnels and routes stay. */
    VpnConnectionEntity move(
            Scope scope, String id, @Nullable String customerGatewayId, @Nullable String vpnGatewayId) {
        if (customerGatewayId == null && vpnGatewayId == null) {
            throw VpnConnectionErrors.noGateway();
        }
        if (vpnGatewayId != null) {
            lockVpcOf(scope, vpnGatewayId);
        }
        VpnConnectionEntity connection = lockAvailable(scope, id);
        String former = connection.vpnGatewayId();
        if (vpnGatewayId != null) {
            vpnGateways.lock(scope, vpnGatewayId);
        }
        if (customerGatewayId != null) {
            customerGateways.lock(scope, customerGatewayId);
        }
        connection.moveTo(customerGatewayId, vpnGatewayId);
        connection.modified(lifecycle.now());
        if (!Objects.equals(former, connection.vpnGatewayId())) {
            routesChanged(connection, former);
            routesChanged(connection, connection.vpnGatewayId());
        }
        return connection;
    }

    /** A repeated call changes nothing (our guess). */
    void addRoute(Scope scope, String id, Cidr destination) {
        VpnConnectionEntity connection = lockAvailable(scope, id);
        if (!connection.staticRoutesOnly()) {
            throw VpnConnectionErrors.noStaticRoutes(id);
        }
        if (connection.route(destination).isEmpty()) {
            connection.add(new StaticRoute(destination, lifecycle.now()));
            routesChanged(connection, connection.vpnGatewayId());
        }
    }

    void removeRoute(Scope scope, String id, Cidr destination) {
        VpnConnectionEntity connection = lockAvailable(scope, id);
        connection.remove(connection
                .route(destination)
                .orElseThrow(() -> VpnConnectionErrors.routeNotFound(destination.toString())));
        routesChanged(connection, connection.vpnGatewayId());
    }

    /** @throws AwsException {@code InvalidVpnConnection.InvalidState} if the connection is not available */
    VpnConnectionEntity lockAvailable(Scope scope, String id) {
        VpnConnectionEntity connection = lock(scope, id);
        if (!lifecycle.state(connection).equals(VpnConnectionLifecycle.AVAILABLE)) {
            throw VpnConnectionErrors.notAvailable(id);
        }
        return connection;
    }

    /** Locks the VPC before the connection, because changed routes change the VPC's route tables. */
    private VpnConnectionEntity lock(Scope scope, String id) {
        VpnConnectionEntity found = connections.find(scope, id).orElseThrow(() -> KIND.missing(id));
        if (found.vpnGatewayId() != null) {
            lockVpcOf(scope, found.vpnGatewayId());
        }
        return connections
                .lock(scope, id)
                .filter(connection -> connection.visible(lifecycle.now()))
                .orElseThrow(() -> KIND.missing(id));
    }

    private void lockVpcOf(Scope scope, String vpnGatewayId) {
        vpnGateways
                .find(scope, vpnGatewayId)
                .map(VpnGatewayEntity::vpcId)
                .ifPresent(vpcId -> vpcs.lockIfPresent(scope, vpcId));
    }

    private void routesChanged(VpnConnectionEntity connection, @Nullable String vpnGatewayId) {
        if (vpnGatewayId != null) {
            propagation.routesChanged(connection.scope(), vpnGatewayId);
        }
    }

    private void requireDistinctAddress(Scope scope, CustomerGatewayEntity customer, List<VpnConnectionEntity> others) {
        String address = customer.ipAddress();
        boolean taken = address != null
                && others.stream()
                        .flatMap(other -> customerGateways.find(scope, other.customerGatewayId()).stream())
                        .anyMatch(other -> address.equals(other.ipAddress()));
        if (taken) {
            throw VpnConnectionErrors.duplicateAddress();
        }
    }

    private void requireRoom(Scope scope, List<VpnConnectionEntity> ofGateway) {
        quotas.requireRoom(
                ofGateway::size,
                VpnConnectionLimits.PER_VPN_GATEWAY,
                "VpnConnectionLimitExceeded",
                "The maximum number of VPN connections of the virtual private gateway has been reached.");
        quotas.requireRoom(
                () -> connections.findAll(scope).stream()
                        .filter(VpnConnectionEntity::isAvailable)
                        .count(),
                VpnConnectionLimits.PER_REGION,
                "VpnConnectionLimitExceeded",
                "The maximum number of VPN connections has been reached.");
    }

    private List<VpnConnectionEntity> ofGateway(Scope scope, String gatewayId) {
        return connections.findOfGateway(scope.account(), scope.region(), gatewayId);
    }

    private void forgetDeleted(Scope scope) {
        Instant now = lifecycle.now();
        connections.findAll(scope).stream()
                .filter(connection -> !connection.visible(now))
                .forEach(gone -> {
                    tags.forget(scope, gone.id());
                    connections.delete(gone);
                });
    }
}

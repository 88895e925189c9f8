package io.vpclocal.traffic.snapshot;

import io.vpclocal.endpoint.EndpointState;
import io.vpclocal.endpoint.EndpointView;
import io.vpclocal.endpoint.EndpointViews;
import io.vpclocal.endpointservice.ServiceBalancers;
import io.vpclocal.loadbalancer.LoadBalancerTargets;
import io.vpclocal.loadbalancer.LoadBalancerTargets.BalancedListener;
import io.vpclocal.loadbalancer.LoadBalancerTargets.BalancedTarget;
import io.vpclocal.loadbalancer.LoadBalancers;
import io.vpclocal.loadbalancer.LoadBalancers.LoadBalancer;
import io.vpclocal.loadbalancer.LoadBalancers.Placement;
import io.vpclocal.network.networkinterface.NetworkInterfaces;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.address.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what is behind endpoints of hosted services, and the owners of public addresses. Other accounts can change
 * them, so they are not compiled into the network but read when traffic reaches such an endpoint.
 */
@Component
public class HostedConnections {

    private final EndpointViews endpoints;
    private final ServiceBalancers services;
    private final LoadBalancers balancers;
    private final LoadBalancerTargets targets;
    private final NetworkSnapshots networks;
    private final NetworkInterfaces interfaces;
    private final TransactionTemplate reading;

    HostedConnections(
            EndpointViews endpoints,
            ServiceBalancers services,
            LoadBalancers balancers,
            LoadBalancerTargets targets,
            NetworkSnapshots networks,
            NetworkInterfaces interfaces,
            PlatformTransactionManager transactions) {
        this.endpoints = endpoints;
        this.services = services;
        this.balancers = balancers;
        this.targets = targets;
        this.networks = networks;
        this.interfaces = interfaces;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * The connection of an endpoint.
     *
     * @param state the endpoint's state, as in the API
     * @param sameRegion whether the service is hosted in the endpoint's Region
     */
    record Connected(String state, boolean sameRegion, List<Balancer> balancers) {

        boolean open() {
            return state.equals(EndpointState.AVAILABLE.wire());
        }
    }

    /**
     * A load balancer of a service.
     *
     * @param guarded whether its security groups apply to traffic through endpoints
     * @param targets the healthy targets; empty if no listener accepts the packets
     */
    record Balancer(LoadBalancer at, boolean guarded, Optional<List<BalancedTarget>> targets) {

        Placement placement(String networkInterfaceId) {
            return at.placements().stream()
                    .filter(placement -> placement.networkInterfaceId().equals(networkInterfaceId))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(at.arn() + " is not at " + networkInterfaceId));
        }
    }

    /** For the flows of one request: reads what is behind endpoints once, so all flows see the same. */
    public ConnectedNetworks from(KnownNetwork consumer) {
        return new ConnectedNetworks(this, consumer);
    }

    /** @param protocol {@code tcp} or {@code udp} */
    Connected read(Scope consumer, String endpointId, String protocol, int port) {
        return Objects.requireNonNull(reading.execute(status -> endpoints
                .find(consumer, endpointId)
                .map(endpoint -> connected(endpoint, protocol, port))
                .orElse(new Connected(EndpointState.DELETED.wire(), true, List.of()))));
    }

    /**
     * The load balancer of a network interface, with its targets for such packets. Empty if the load balancer answers
     * itself, so that the path ends there.
     */
    Optional<Balancer> balancer(Scope owner, String networkInterfaceId, String protocol, int port) {
        return Objects.requireNonNull(reading.execute(status -> balancers
                .at(owner, networkInterfaceId)
                .filter(found -> !targets.answersItself(found.arn(), protocol, port))
                .map(found -> new Balancer(found, false, targets.healthy(found.arn(), protocol, port)))));
    }

    /** The owner of the network interface with the public address. */
    Optional<Scope> owner(IpAddress publicAddress) {
        return Objects.requireNonNull(reading.execute(status -> interfaces.ownerOfPublic(publicAddress.toString())));
    }

    List<BalancedListener> listeners(String loadBalancerArn) {
        return Objects.requireNonNull(reading.execute(status -> targets.listeners(loadBalancerArn)));
    }

    KnownNetwork network(Scope scope) {
        return networks.current(scope);
    }

    private Connected connected(EndpointView endpoint, String protocol, int port) {
        List<String> arns = endpoint.state() == EndpointState.AVAILABLE
                ? services.arns(endpoint.serviceRegion(), endpoint.serviceName())
                : List.of();
        Map<String, LoadBalancer> found = arns.isEmpty() ? Map.of() : balancers.findAll(arns);
        return new Connected(
                endpoint.state().wire(),
                endpoint.serviceRegion().equals(endpoint.scope().region()),
                arns.stream()
                        .flatMap(arn -> Optional.ofNullable(found.get(arn)).stream())
                        .map(balancer -> new Balancer(
                                balancer,
                                targets.guardsPrivateLink(balancer.arn()),
                                targets.healthy(balancer.arn(), protocol, port)))
                        .toList());
    }
}

package io.vpclocal.traffic;

import io.vpclocal.charges.Metering;
import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.loadbalancer.LoadBalancerTargets.BalancedTarget;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.StateLock;
import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Direction;
import io.vpclocal.traffic.engine.Evaluator;
import io.vpclocal.traffic.engine.Flow;
import io.vpclocal.traffic.engine.FlowVerdict;
import io.vpclocal.traffic.engine.Hop;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.engine.Observation;
import io.vpclocal.traffic.engine.Stop;
import io.vpclocal.traffic.engine.UnresolvableFlowException;
import io.vpclocal.traffic.snapshot.ConnectedNetworks;
import io.vpclocal.traffic.snapshot.HostedConnections;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import io.vpclocal.traffic.snapshot.NetworkSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The emulated network for real calls: whether they arrive, and their flow log records. */
@Service
public class CallTraffic {

    private static final Flow.Volume ONE_PACKET = Flow.Volume.of(1, 40);
    private static final String BALANCER = "network_load_balancer";

    private final NetworkSnapshots networks;
    private final HostedConnections connections;
    private final FlowLogCapture capture;
    private final Metering metering;
    private final StateLock lock;
    private final Clock clock;
    private final TransactionTemplate transactions;

    CallTraffic(
            NetworkSnapshots networks,
            HostedConnections connections,
            FlowLogCapture capture,
            Metering metering,
            StateLock lock,
            Clock clock,
            PlatformTransactionManager transactionManager) {
        this.networks = networks;
        this.connections = connections;
        this.capture = capture;
        this.metering = metering;
        this.lock = lock;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /**
     * A connection that an interface opens.
     *
     * @param serviceName the called service, {@code com.amazonaws.us-east-1.s3}, resolved by DNS in the VPC; null if
     *     the address is given
     * @param address null if the service's name is given
     */
    public record Connection(
            Scope scope,
            String networkInterfaceId,
            @Nullable String serviceName,
            @Nullable String address,
            int sourcePort,
            int port) {}

    /**
     * The result of a connection.
     *
     * @param blocked why it does not arrive, in words; null if it arrives
     * @param endpointId the VPC endpoint on the way; null if it passes none
     * @param vpcId the VPC of the interface
     * @param sourceAddress the interface's private address
     * @param publicAddress the source address at the destination for a connection over the internet; null for others
     * @param target where a load balancer sends it; null if it passes none
     */
    public record Way(
            @Nullable String blocked,
            @Nullable String endpointId,
            String vpcId,
            String sourceAddress,
            @Nullable String publicAddress,
            @Nullable Target target) {}

    /**
     * A target of a load balancer.
     *
     * @param owner the account and Region of the load balancer
     * @param id the instance's id, or the IP address
     * @param balancerAddress the load balancer's private address
     * @param proxyProtocol whether the connection begins with a header of proxy protocol version 2
     */
    public record Target(
            Scope owner, String targetGroupArn, String id, int port, String balancerAddress, boolean proxyProtocol) {}

    /** The primary interface of an instance; empty if the instance does not exist. */
    public Optional<String> interfaceOf(Scope scope, String instanceId) {
        return lock.shared(
                () -> Optional.ofNullable(networks.current(scope).instances().get(instanceId)));
    }

    /** Whether the network interface exists. */
    public boolean exists(Scope scope, String networkInterfaceId) {
        return lock.shared(() -> networks.current(scope).snapshot().networkInterface(networkInterfaceId) != null);
    }

    /** The primary private address of a network interface; empty if the interface does not exist. */
    public Optional<String> addressOf(Scope scope, String networkInterfaceId) {
        return lock.shared(
                () -> Optional.ofNullable(networks.current(scope).snapshot().networkInterface(networkInterfaceId))
                        .filter(found -> !found.addresses().isEmpty())
                        .map(found -> found.addresses().get(0).address().toString()));
    }

    /** The VPC of a network interface; empty if the interface does not exist. */
    public Optional<String> vpcOf(Scope scope, String networkInterfaceId) {
        return lock.shared(() -> {
            NetworkSnapshot snapshot = networks.current(scope).snapshot();
            Network.NetworkInterface found = snapshot.networkInterface(networkInterfaceId);
            return found == null
                    ? Optional.empty()
                    : Optional.of(Objects.requireNonNull(snapshot.subnet(found.subnetId()))
                            .vpcId());
        });
    }

    /**
     * Evaluates a connection. A blocked connection leaves flow log records.
     *
     * @return empty if its name or its interface does not exist
     */
    public Optional<Way> open(Connection connection) {
        return lock.shared(() -> {
            KnownNetwork network = networks.current(connection.scope());
            ConnectedNetworks connected = connections.from(network);
            try {
                FlowVerdict verdict = Evaluator.evaluate(network.snapshot(), flow(connection), connected);
                if (verdict.stop() != null) {
                    record(verdict, connected);
                }
                return Optional.of(way(network.snapshot(), connection, verdict, target(verdict, connected)));
            } catch (UnresolvableFlowException e) {
                return Optional.empty();
            }
        });
    }

    /** Records a connection that was used. @param sent bytes of the interface that opened it, headers of packets included */
    public void close(Connection connection, Flow.Volume sent, Flow.Volume received, Instant start) {
        close(connection, sent, received, start, Flow.Outcome.ESTABLISHED);
    }

    /** Records a connection that nothing accepts at its destination. */
    public void refused(Connection connection, Instant start) {
        close(connection, ONE_PACKET, ONE_PACKET, start, Flow.Outcome.REFUSED);
    }

    private void close(
            Connection connection, Flow.Volume sent, Flow.Volume received, Instant start, Flow.Outcome outcome) {
        lock.shared(() -> {
            KnownNetwork network = networks.current(connection.scope());
            ConnectedNetworks connected = connections.from(network);
            Duration lasted = Duration.between(start, clock.instant());
            Flow flow = flow(connection)
                    .withVolumes(sent, received)
                    .withOutcome(outcome)
                    .during(start, lasted.isNegative() ? Duration.ZERO : lasted);
            try {
                record(Evaluator.evaluate(network.snapshot(), flow, connected), connected);
            } catch (UnresolvableFlowException e) {
                // The interface was deleted during the call, so the rest is not captured.
                return null;
            }
            return null;
        });
    }

    private Flow flow(Connection connection) {
        Flow.Endpoint destination = connection.serviceName() == null
                ? Flow.address(Objects.requireNonNull(connection.address()))
                : Flow.service(connection.serviceName());
        return Flow.tcp(
                        Flow.networkInterface(connection.networkInterfaceId()),
                        destination,
                        connection.sourcePort(),
                        connection.port())
                .during(clock.instant(), Duration.ZERO);
    }

    private void record(FlowVerdict verdict, ConnectedNetworks connected) {
        Transmission transmission = new Transmission(connected);
        transmission.add(verdict);
        transactions.executeWithoutResult(status -> transmission.complete(capture, metering));
    }

    private static Way way(
            NetworkSnapshot network, Connection connection, FlowVerdict verdict, @Nullable Target target) {
        Network.NetworkInterface from =
                Objects.requireNonNull(network.networkInterface(connection.networkInterfaceId()));
        Network.Subnet subnet = Objects.requireNonNull(network.subnet(from.subnetId()));
        Stop stop = verdict.stop();
        IpAddress own = verdict.request().packet().source();
        return new Way(
                stop == null ? null : stop.reason(),
                endpoint(network, verdict),
                subnet.vpcId(),
                own.toString(),
                publicAddress(verdict),
                target);
    }

    private static @Nullable Target target(FlowVerdict verdict, ConnectedNetworks connected) {
        BalancedTarget chosen = connected.chosen().orElse(null);
        if (chosen == null || verdict.stop() != null) {
            return null;
        }
        return verdict.observations().stream()
                .filter(seen -> seen.direction() == Direction.EGRESS && !seen.answer())
                .map(Observation::networkInterface)
                .filter(seen -> seen.interfaceType().equals(BALANCER))
                .reduce((first, last) -> last)
                .map(balancer -> new Target(
                        connected.of(balancer).scope(),
                        chosen.targetGroupArn(),
                        chosen.id(),
                        chosen.port(),
                        balancer.addresses().get(0).address().toString(),
                        chosen.proxyProtocol()))
                .orElse(null);
    }

    /**
     * The public address of the last interface that the request leaves, of the caller or a NAT gateway; IPv6 is not
     * translated.
     */
    private static @Nullable String publicAddress(FlowVerdict verdict) {
        String found = null;
        for (Observation seen : verdict.observations()) {
            if (seen.direction() == Direction.EGRESS && !seen.answer()) {
                IpAddress source = seen.packet().source();
                found = source.isV6() ? source.toString() : publicOf(seen.networkInterface(), source);
            }
        }
        return found;
    }

    private static @Nullable String publicOf(Network.NetworkInterface at, IpAddress source) {
        return at.addresses().stream()
                .filter(one -> one.address().equals(source))
                .map(Network.PrivateAddress::publicAddress)
                .filter(Objects::nonNull)
                .map(IpAddress::toString)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String endpoint(NetworkSnapshot network, FlowVerdict verdict) {
        for (Observation seen : verdict.observations()) {
            Network.VpcEndpoint endpoint =
                    network.endpointOf(seen.networkInterface().id());
            if (endpoint != null && !seen.answer()) {
                return endpoint.id();
            }
        }
        return verdict.request().hops().stream()
                .filter(hop -> hop.stage() == Hop.Stage.GATEWAY_ENDPOINT)
                .map(Hop::component)
                .findFirst()
                .orElse(null);
    }
}

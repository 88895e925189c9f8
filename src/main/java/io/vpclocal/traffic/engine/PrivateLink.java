package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.address.IpAddress;
import io.vpclocal.traffic.engine.Network.NetworkInterface;
import io.vpclocal.traffic.engine.Network.VpcEndpoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is behind a network: the networks behind endpoints of hosted services, behind public addresses and behind
 * peering connections, and the targets behind load balancers.
 */
@FunctionalInterface
public interface PrivateLink {

    /** Every flow ends at an endpoint, as with AWS's services. */
    PrivateLink NONE = (network, endpoint, at, packet) -> null;

    /**
     * How a packet continues that has arrived at an endpoint.
     *
     * @param network the endpoint's network
     * @param at the interface of the endpoint at which it arrived
     * @return null if the path ends at the endpoint
     */
    @Nullable
    Passage passage(NetworkSnapshot network, VpcEndpoint endpoint, NetworkInterface at, Packet packet);

    /**
     * The network of another account or Region that an address on the internet belongs to.
     *
     * @return null if no network has the address
     */
    default @Nullable NetworkSnapshot behind(IpAddress publicAddress) {
        return null;
    }

    /**
     * How a packet continues that has arrived at a load balancer.
     *
     * @param at the load balancer's interface
     * @return null if the interface has no known load balancer, so the path ends there
     */
    default @Nullable Passage balancing(NetworkInterface at, Packet packet) {
        return null;
    }

    /**
     * The network of another account or Region behind a peering connection.
     *
     * @param network the network of the sending VPC
     * @return null if it is unknown: the path ends when the packet leaves
     */
    default @Nullable NetworkSnapshot peered(NetworkSnapshot network, String connectionId) {
        return null;
    }

    /** A packet left through a peering connection with an unknown network. */
    default void leaves(NetworkSnapshot network, String connectionId) {}

    /**
     * Why an endpoint takes no packets at all, such as a connection that its service has not accepted.
     *
     * @param at the interface of the endpoint at which the packet arrived
     * @return null if the endpoint takes it
     */
    default @Nullable Closed refusal(VpcEndpoint endpoint, NetworkInterface at, Packet packet) {
        return null;
    }

    /** The same with load balancers that choose a target with one of these addresses if they have one. */
    default PrivateLink towards(Set<IpAddress> targets) {
        return this;
    }

    /** Whether the packet continues. */
    sealed interface Passage permits Closed, Open {}

    /** @param hop what refuses the packet */
    record Closed(StopCode code, Hop hop) implements Passage {}

    /**
     * The packet continues from a load balancer.
     *
     * @param network the load balancer owner's network
     * @param networkInterfaceId the load balancer's interface in this network
     * @param guarded whether the load balancer's security groups apply to traffic through an endpoint
     * @param target the address to which the load balancer sends it
     * @param port the port to which the load balancer sends it
     * @param keepsSource whether the target sees the address of the client, if it is in the load balancer's network
     * @param connection the hop from the endpoint to the load balancer; null if the packet arrived at the load balancer
     * @param balance the hop with the load balancer's choice of a target
     */
    record Open(
            NetworkSnapshot network,
            String networkInterfaceId,
            boolean guarded,
            IpAddress target,
            int port,
            boolean keepsSource,
            @Nullable Hop connection,
            Hop balance)
            implements Passage {}
}

package io.vpclocal.traffic.engine;

import io.vpclocal.traffic.engine.Network.NetworkInterface;
import io.vpclocal.traffic.engine.Network.VpcEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Knows what is behind a network: behind the interface endpoints of services that customers host, and behind public
 * addresses and peering connections of other accounts and Regions, another network; behind load balancers, their targets.
 */
@FunctionalInterface
public interface PrivateLink {

    /** Every endpoint is the end of the way, as those of AWS's services are. */
    PrivateLink NONE = (network, endpoint, at, packet) -> null;

    /**
     * How a packet goes on that has arrived at an endpoint.
     *
     * @param network that of the endpoint
     * @param at the interface of the endpoint at which it arrived
     * @return null if the endpoint is the end of the way
     */
    @Nullable
    Passage passage(NetworkSnapshot network, VpcEndpoint endpoint, NetworkInterface at, Packet packet);

    /**
     * The network of another account or Region that an address on the internet belongs to.
     *
     * @return null if it belongs to none
     */
    default @Nullable NetworkSnapshot behind(IpAddress publicAddress) {
        return null;
    }

    /**
     * How a packet goes on that has arrived at a load balancer.
     *
     * @param at the load balancer's interface
     * @return null if nobody knows a load balancer there, which makes it the end of the way
     */
    default @Nullable Passage balancing(NetworkInterface at, Packet packet) {
        return null;
    }

    /**
     * The network of another account or Region behind a peering connection.
     *
     * @param network that of the VPC from which the packet comes
     * @return null if it is not known: the packet leaves for it, and nothing is told of what becomes of it
     */
    default @Nullable NetworkSnapshot peered(NetworkSnapshot network, String connectionId) {
        return null;
    }

    /** Whether it goes on. */
    sealed interface Passage permits Closed, Open {}

    /** @param hop what refuses the packet */
    record Closed(StopCode code, Hop hop) implements Passage {}

    /**
     * The packet goes on from a load balancer.
     *
     * @param network that of the load balancer's owner
     * @param networkInterfaceId that of the load balancer in this network
     * @param guarded whether the load balancer's security groups judge what comes through an endpoint
     * @param target the address to which the load balancer sends it
     * @param port the port to which the load balancer sends it
     * @param keepsSource whether the target sees the address of the client, if it is in the load balancer's network
     * @param connection the hop from the endpoint to the load balancer; null if the packet arrived at the load balancer
     * @param balance the hop that is the load balancer's choice of a target
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

package io.vpclocal.analysis.reach;

import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.engine.PrivateLink;
import java.util.function.Function;

/**
 * The network that is searched, and those that its paths may lead into.
 *
 * @param homes of a network interface on a path: whose it is, and what is around it
 */
public record Terrain(
        NetworkSnapshot network, PrivateLink links, Scope scope, Function<Network.NetworkInterface, Home> homes) {

    /** @param scope the account and Region of a network */
    public record Home(NetworkInventory parts, Scope scope) {}

    /** A network that leads into no other. */
    public static Terrain alone(NetworkSnapshot network, Scope scope) {
        Home home = new Home(network.inventory(), scope);
        return new Terrain(network, PrivateLink.NONE, scope, any -> home);
    }

    NetworkInventory parts() {
        return network.inventory();
    }
}

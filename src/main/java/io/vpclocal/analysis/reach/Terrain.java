package io.vpclocal.analysis.reach;

import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.engine.Network;
import io.vpclocal.traffic.engine.NetworkInventory;
import io.vpclocal.traffic.engine.NetworkSnapshot;
import io.vpclocal.traffic.engine.PrivateLink;
import java.util.function.Function;

/**
 * The searched network, and the networks that its paths may lead into.
 *
 * @param homes the network of an interface on a path
 */
public record Terrain(
        NetworkSnapshot network, PrivateLink links, Scope scope, Function<Network.NetworkInterface, Home> homes) {

    /** @param scope the account and Region of a network */
    public record Home(NetworkInventory parts, Scope scope) {}

    /** A network without connections to others. */
    public static Terrain alone(NetworkSnapshot network, Scope scope) {
        Home home = new Home(network.inventory(), scope);
        return new Terrain(network, PrivateLink.NONE, scope, any -> home);
    }

    NetworkInventory parts() {
        return network.inventory();
    }
}

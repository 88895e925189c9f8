package io.vpclocal.traffic.engine;

/**
 * A packet on its way through a peering connection into another network.
 *
 * @param sender the interface it comes from, in the network that it leaves
 * @param target the interface it goes to, in the network behind the connection
 */
record Crossing(
        Hop connection, NetworkSnapshot network, CompiledInterface sender, CompiledInterface target, Packet packet) {}

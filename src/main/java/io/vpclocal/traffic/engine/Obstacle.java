package io.vpclocal.traffic.engine;

/**
 * Something that stands in the way of a flow, whether or not something before it stopped the flow already.
 *
 * @param at the interface at which it was met
 * @param answer whether it is in the way of the answer
 */
public record Obstacle(Stop stop, Network.NetworkInterface at, boolean answer) {}

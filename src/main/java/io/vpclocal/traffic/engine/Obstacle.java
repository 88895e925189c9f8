package io.vpclocal.traffic.engine;

import org.jspecify.annotations.Nullable;

/**
 * Something that stands in the way of a flow, whether or not something before it stopped the flow already.
 *
 * @param at the interface at which it was met; null if the flow came to none
 * @param answer whether it is in the way of the answer
 */
public record Obstacle(Stop stop, Network.@Nullable NetworkInterface at, boolean answer) {}

package io.vpclocal.traffic.engine;

import org.jspecify.annotations.Nullable;

/**
 * An obstacle of a flow, which may come after the stop of the flow.
 *
 * @param at the interface of the obstacle; null if the flow reached none
 * @param answer whether it stops the answer
 */
public record Obstacle(Stop stop, Network.@Nullable NetworkInterface at, boolean answer) {}

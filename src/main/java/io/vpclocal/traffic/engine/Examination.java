package io.vpclocal.traffic.engine;

import java.util.List;

/**
 * A flow that was followed past what stops it, as if each stop were mended.
 *
 * @param verdict the way it takes then; its hops contain the decisions that were overlooked
 * @param obstacles all that stands in the way, in the order of the way; empty if the flow is delivered and answered
 */
public record Examination(FlowVerdict verdict, List<Obstacle> obstacles) {}

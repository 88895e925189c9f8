package io.vpclocal.traffic.engine;

import java.util.List;

/**
 * A flow that was followed past its stops, as if each stop were fixed.
 *
 * @param verdict the resulting path; its hops include the passed stops
 * @param obstacles all obstacles in the order of the path; empty if the flow is delivered and answered
 */
public record Examination(FlowVerdict verdict, List<Obstacle> obstacles) {}

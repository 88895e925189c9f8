/**
 * The evaluator of the data plane, without side effects: it sends a flow through an immutable compiled network and
 * returns a verdict with every decision.
 */
@NamedInterface("engine")
@NullMarked
package io.vpclocal.traffic.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/**
 * The pure evaluator of the data plane: an immutable compiled network, a flow sent through it, and the verdict with
 * every decision on the way.
 */
@NamedInterface("engine")
@NullMarked
package io.vpclocal.traffic.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The network of an account and Region as the evaluator wants it, read anew whenever somebody changed it. */
@NamedInterface("snapshot")
@NullMarked
package io.vpclocal.traffic.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

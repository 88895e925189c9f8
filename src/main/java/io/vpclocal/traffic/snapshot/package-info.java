/** The network of an account and Region in the evaluator's form, read again after a change. */
@NamedInterface("snapshot")
@NullMarked
package io.vpclocal.traffic.snapshot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

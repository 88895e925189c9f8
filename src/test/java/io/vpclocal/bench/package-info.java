/** Benchmarks. {@code bench/run} starts them, the test suite does not. */
@NullMarked
package io.vpclocal.bench;

import org.jspecify.annotations.NullMarked;

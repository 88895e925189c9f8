/** Throughput of the hot paths, measured by main methods that people run by hand. */
@NullMarked
package io.vpclocal.bench;

import org.jspecify.annotations.NullMarked;

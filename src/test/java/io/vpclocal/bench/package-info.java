/** Measures the emulator; started by {@code bench/run}, never by the test suite. */
@NullMarked
package io.vpclocal.bench;

import org.jspecify.annotations.NullMarked;

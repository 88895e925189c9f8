/** Shared test support. */
@NullMarked
package io.vpclocal.testing;

import org.jspecify.annotations.NullMarked;

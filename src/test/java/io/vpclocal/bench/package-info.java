/** Programs that measure speed, run by hand. */
@NullMarked
package io.vpclocal.bench;

import org.jspecify.annotations.NullMarked;

/** Tests of the packaged jar in its own process. */
@NullMarked
package io.vpclocal.packaged;

import org.jspecify.annotations.NullMarked;

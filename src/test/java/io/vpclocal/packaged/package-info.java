/** Tests of what users run: the packaged jar in a process of its own. */
@NullMarked
package io.vpclocal.packaged;

import org.jspecify.annotations.NullMarked;

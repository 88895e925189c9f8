/** A user's own scripts, run once the emulator serves requests. */
@NullMarked
package io.vpclocal.control.init;

import org.jspecify.annotations.NullMarked;

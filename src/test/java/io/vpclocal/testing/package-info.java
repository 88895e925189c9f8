/** What the emulator's own tests share. */
@NullMarked
package io.vpclocal.testing;

import org.jspecify.annotations.NullMarked;

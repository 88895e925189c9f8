/** The emulator's clock, clock listeners, and periodic work. */
@NamedInterface("clock")
@NullMarked
package io.vpclocal.protocol.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

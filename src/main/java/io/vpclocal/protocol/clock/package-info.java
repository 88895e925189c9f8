/** The clock of the emulator, those who listen to it, and work that is repeated at an interval. */
@NamedInterface("clock")
@NullMarked
package io.vpclocal.protocol.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

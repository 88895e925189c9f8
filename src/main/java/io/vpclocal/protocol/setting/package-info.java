/** Settings with which the emulator cannot start. */
@NamedInterface("setting")
@NullMarked
package io.vpclocal.protocol.setting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

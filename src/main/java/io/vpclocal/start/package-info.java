/**
 * Keeps the start fast: Spring and its libraries skip what this emulator does not use, and create the rest at its first use.
 * Checks the settings. No other module depends on it.
 */
@ApplicationModule(
        allowedDependencies = {"protocol", "protocol :: setting", "network :: region", "proxy :: action", "upstream"})
@NullMarked
package io.vpclocal.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

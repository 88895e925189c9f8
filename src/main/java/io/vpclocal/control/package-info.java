/** The emulator's own API under {@code /_vpclocal}, and messages for the program that started it. */
@ApplicationModule(
        allowedDependencies = {
            "database",
            "protocol",
            "protocol :: clock",
            "protocol :: dispatch",
            "protocol :: key",
            "protocol :: setting"
        })
@NullMarked
package io.vpclocal.control;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

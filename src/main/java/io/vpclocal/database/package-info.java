/** Owns the place of the state, and prepares the database while the rest of the emulator starts. */
@ApplicationModule(allowedDependencies = {"protocol", "protocol :: setting"})
@NullMarked
package io.vpclocal.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

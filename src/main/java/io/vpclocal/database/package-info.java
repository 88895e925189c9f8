/** Where the state is kept, and how the database gets ready while the rest of the emulator starts. */
@ApplicationModule(allowedDependencies = {"protocol", "protocol :: setting"})
@NullMarked
package io.vpclocal.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What the use made of the emulator would cost at AWS: it meters interface endpoints and log data by account and Region, and
 * prices them. Whoever sees bytes that are charged for tells {@link io.vpclocal.charges.Metering}.
 */
@ApplicationModule(allowedDependencies = {"protocol", "endpoint", "logs"})
@NullMarked
package io.vpclocal.charges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

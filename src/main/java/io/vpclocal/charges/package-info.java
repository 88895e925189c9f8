/**
 * Charges: meters interface endpoints and log data by account and Region, and prices them as AWS would. Modules that
 * see charged bytes call {@link io.vpclocal.charges.Metering}.
 */
@ApplicationModule(allowedDependencies = {"protocol", "protocol :: setting", "endpoint", "logs"})
@NullMarked
package io.vpclocal.charges;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

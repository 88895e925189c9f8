/** CloudWatch Logs: log groups and streams, their events, filter patterns and queries. */
@ApplicationModule(allowedDependencies = {"protocol", "protocol :: codec", "protocol :: key"})
@NullMarked
package io.vpclocal.logs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The base of all EC2 resources: identity and scope, tags, filters and pages, client tokens, and dependencies. */
@ApplicationModule(allowedDependencies = {"protocol", "protocol :: key", "protocol :: setting"})
@NullMarked
package io.vpclocal.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

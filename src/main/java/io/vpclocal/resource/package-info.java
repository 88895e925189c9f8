/**
 * What every EC2 resource shares: identity and scope, tags, filters and pages, client tokens, and what depends on what.
 */
@ApplicationModule(allowedDependencies = {"protocol", "protocol :: key", "protocol :: setting"})
@NullMarked
package io.vpclocal.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

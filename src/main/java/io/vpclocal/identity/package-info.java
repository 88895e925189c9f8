/** Authentication and authorization: signatures, access keys, IAM, STS, and the policy language with its evaluation. */
@ApplicationModule(allowedDependencies = {"protocol", "protocol :: clock", "protocol :: key", "control"})
@NullMarked
package io.vpclocal.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Who calls and may they: signatures, access keys, IAM, STS, the policy language and its evaluation. */
@ApplicationModule(allowedDependencies = {"protocol", "protocol :: clock", "protocol :: key"})
@NullMarked
package io.vpclocal.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

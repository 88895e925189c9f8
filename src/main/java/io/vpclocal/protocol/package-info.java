/**
 * The wire: which service and action a request names, the typed request in, the typed response or the AWS error out.
 * Uses no other module; what it needs of them it declares as interfaces.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.vpclocal.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

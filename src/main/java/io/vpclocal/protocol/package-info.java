/**
 * The wire protocols: finds the service and action of a request, reads the typed request, and writes the typed response
 * or the AWS error. Depends on no other module. Other modules implement its interfaces.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.vpclocal.protocol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The configured upstreams for calls of services that are not emulated. */
@ApplicationModule(allowedDependencies = {"protocol :: setting"})
@NullMarked
package io.vpclocal.upstream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

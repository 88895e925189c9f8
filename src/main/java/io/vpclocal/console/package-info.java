/** The console: a page at {@code /}, which uses the control API and the AWS APIs as any program does. */
@ApplicationModule(allowedDependencies = {"control"})
@NullMarked
package io.vpclocal.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

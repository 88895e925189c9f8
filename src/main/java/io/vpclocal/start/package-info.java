/**
 * What keeps the start quick: Spring and its libraries do not look at, make or prepare what this emulator does not have, and
 * what it has not before it is used. No other module depends on it.
 */
@ApplicationModule(allowedDependencies = {"protocol"})
@NullMarked
package io.vpclocal.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

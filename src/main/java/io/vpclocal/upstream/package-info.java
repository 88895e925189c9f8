/** Where calls go that this emulator does not answer itself: the upstreams that the settings name, and no others. */
@ApplicationModule(allowedDependencies = {"protocol :: setting"})
@NullMarked
package io.vpclocal.upstream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

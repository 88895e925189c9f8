/** Launch templates and their versions. */
@NamedInterface("launchtemplate")
@NullMarked
package io.vpclocal.compute.launchtemplate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

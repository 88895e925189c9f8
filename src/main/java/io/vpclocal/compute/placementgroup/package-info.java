/** Placement groups. */
@NamedInterface("placementgroup")
@NullMarked
package io.vpclocal.compute.placementgroup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

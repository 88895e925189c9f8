/** The instance profiles that instances carry. */
@NamedInterface("profile")
@NullMarked
package io.vpclocal.compute.profile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

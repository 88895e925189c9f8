/** Prefix lists: those that AWS owns and manages, and those of customers with their versions. */
@NullMarked
@NamedInterface("prefixlist")
package io.vpclocal.network.prefixlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** VPCs, their CIDR blocks and their attributes. */
@NamedInterface("vpc")
@NullMarked
package io.vpclocal.network.vpc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

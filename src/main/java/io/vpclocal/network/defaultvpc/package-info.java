/** The default VPC that every account finds in every Region. */
@NamedInterface("defaultvpc")
@NullMarked
package io.vpclocal.network.defaultvpc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

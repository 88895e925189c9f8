/** The default VPC of every account in every Region. */
@NamedInterface("defaultvpc")
@NullMarked
package io.vpclocal.network.defaultvpc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

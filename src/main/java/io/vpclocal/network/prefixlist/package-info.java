/** The prefix lists that AWS owns and manages: ids, names, address ranges and weights per Region. */
@NullMarked
@NamedInterface("prefixlist")
package io.vpclocal.network.prefixlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

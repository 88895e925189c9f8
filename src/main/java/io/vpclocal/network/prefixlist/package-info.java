/** AWS-managed and customer-managed prefix lists, with the versions of the latter. */
@NullMarked
@NamedInterface("prefixlist")
package io.vpclocal.network.prefixlist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

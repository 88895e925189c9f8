/** Route tables, their routes, and which subnets and gateways use them. */
@NamedInterface("routetable")
@NullMarked
package io.vpclocal.network.routetable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Where callers stand: the ports of network interfaces, names as a VPC resolves them, and the network on the way. */
@NullMarked
package io.vpclocal.gateway.place;

import org.jspecify.annotations.NullMarked;

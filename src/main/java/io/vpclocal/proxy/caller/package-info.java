/** The origin of calls: ports of network interfaces, name resolution as in a VPC, and the network path. */
@NullMarked
package io.vpclocal.proxy.caller;

import org.jspecify.annotations.NullMarked;

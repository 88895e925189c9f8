/** The network interfaces, addresses and security groups of endpoints in their subnets. */
@NullMarked
package io.vpclocal.endpoint.placement;

import org.jspecify.annotations.NullMarked;

/** Elastic IP addresses: allocation, and association with private addresses of network interfaces. */
@NamedInterface("address")
@NullMarked
package io.vpclocal.network.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Subnets: their CIDR blocks, their zones and their attributes. */
@NamedInterface("subnet")
@NullMarked
package io.vpclocal.network.subnet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

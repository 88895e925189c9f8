/** Reservations of blocks in subnets, which addresses are not chosen from. */
@NamedInterface("cidrreservation")
@NullMarked
package io.vpclocal.network.cidrreservation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

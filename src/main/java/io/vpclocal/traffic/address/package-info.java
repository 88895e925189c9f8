/** IP addresses and blocks of them, with tables that find the longest matching prefix. */
@NamedInterface("address")
@NullMarked
package io.vpclocal.traffic.address;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The EBS volumes of instances. */
@NamedInterface("volume")
@NullMarked
package io.vpclocal.compute.volume;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

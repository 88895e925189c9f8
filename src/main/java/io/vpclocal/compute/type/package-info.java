/** Instance types and where they are offered, as AWS describes them. */
@NamedInterface("type")
@NullMarked
package io.vpclocal.compute.type;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

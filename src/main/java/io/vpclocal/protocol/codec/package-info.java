/** Reads requests into, and writes responses out of, the model classes of the AWS SDK: once for every operation. */
@NamedInterface("codec")
@NullMarked
package io.vpclocal.protocol.codec;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

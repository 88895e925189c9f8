/**
 * Reads requests into the AWS SDK's model classes and writes responses from them. One implementation covers every
 * operation.
 */
@NamedInterface("codec")
@NullMarked
package io.vpclocal.protocol.codec;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

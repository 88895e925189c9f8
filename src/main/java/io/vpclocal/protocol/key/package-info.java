/** The key of the installation: encrypted columns, page tokens and fingerprints. */
@NamedInterface("key")
@NullMarked
package io.vpclocal.protocol.key;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

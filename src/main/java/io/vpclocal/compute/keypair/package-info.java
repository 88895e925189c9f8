/** Key pairs. */
@NamedInterface("keypair")
@NullMarked
package io.vpclocal.compute.keypair;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

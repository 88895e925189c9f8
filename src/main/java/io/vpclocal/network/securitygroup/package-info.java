/** Security groups and their rules. */
@NamedInterface("securitygroup")
@NullMarked
package io.vpclocal.network.securitygroup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

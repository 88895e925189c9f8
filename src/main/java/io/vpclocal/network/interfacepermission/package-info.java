/** Permissions of other accounts on network interfaces. */
@NamedInterface("interfacepermission")
@NullMarked
package io.vpclocal.network.interfacepermission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

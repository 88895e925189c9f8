/** Network interfaces: their addresses, groups and attachments, for users and for the services that make their own. */
@NamedInterface("networkinterface")
@NullMarked
package io.vpclocal.network.networkinterface;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

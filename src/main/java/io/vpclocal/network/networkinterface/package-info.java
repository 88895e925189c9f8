/**
 * Network interfaces: their addresses, security groups, and attachments. Used by accounts and by services that create
 * their own interfaces.
 */
@NamedInterface("networkinterface")
@NullMarked
package io.vpclocal.network.networkinterface;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

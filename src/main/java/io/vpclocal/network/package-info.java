/**
 * The network that endpoints stand on: VPCs, subnets, routes, security groups, ACLs, interfaces, gateways and prefix
 * lists. One subpackage per resource; their public types are this module's API.
 */
@ApplicationModule(allowedDependencies = {"protocol", "resource", "resource :: committed"})
@NullMarked
package io.vpclocal.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

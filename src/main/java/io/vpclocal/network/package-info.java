/**
 * The VPC network: VPCs, subnets, route tables, security groups, network ACLs, network interfaces, gateways, and prefix
 * lists. Each resource has a subpackage, whose public types are this module's API.
 */
@ApplicationModule(allowedDependencies = {"protocol", "protocol :: codec", "resource", "resource :: committed"})
@NullMarked
package io.vpclocal.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

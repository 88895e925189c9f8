/**
 * The services behind VPC endpoints: AWS's own catalogue, those that customers host, and how the names of an endpoint follow
 * from its service.
 */
@ApplicationModule(allowedDependencies = {"protocol", "resource", "network :: region", "loadbalancer", "control"})
@NullMarked
package io.vpclocal.endpointservice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

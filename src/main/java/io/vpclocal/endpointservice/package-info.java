/**
 * The services behind VPC endpoints: the catalogue of AWS's services, customers' services, and the DNS names of
 * endpoints.
 */
@ApplicationModule(allowedDependencies = {"protocol", "resource", "network :: region", "loadbalancer", "control"})
@NullMarked
package io.vpclocal.endpointservice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

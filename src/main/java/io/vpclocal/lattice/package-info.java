/** What VPC endpoints need to know of Amazon VPC Lattice: resource configurations and service networks, as registered. */
@ApplicationModule(allowedDependencies = {"protocol", "resource", "network :: region", "endpointservice", "control"})
@NullMarked
package io.vpclocal.lattice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The parts of Amazon VPC Lattice that VPC endpoints use: registered resource configurations and service networks. */
@ApplicationModule(allowedDependencies = {"protocol", "resource", "network :: region", "endpointservice", "control"})
@NullMarked
package io.vpclocal.lattice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

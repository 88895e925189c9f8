/** VPC endpoints: their lifecycle, their rules, and their network resources. */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "resource",
            "network",
            "network :: vpc",
            "network :: subnet",
            "network :: securitygroup",
            "network :: networkinterface",
            "network :: routetable",
            "network :: prefixlist",
            "network :: region",
            "endpointservice",
            "lattice",
            "identity :: policy"
        })
@NullMarked
package io.vpclocal.endpoint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

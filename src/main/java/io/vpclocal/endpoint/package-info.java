/** VPC endpoints as their owners see them: their life, their rules, and what they put into the network. */
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

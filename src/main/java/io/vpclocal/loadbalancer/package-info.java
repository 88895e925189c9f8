/** Elastic Load Balancing: Application, Network and Gateway Load Balancers. */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "protocol :: codec",
            "protocol :: key",
            "resource",
            "network",
            "network :: vpc",
            "network :: subnet",
            "network :: securitygroup",
            "network :: networkinterface",
            "network :: internetgateway",
            "network :: address",
            "network :: region"
        })
@NullMarked
package io.vpclocal.loadbalancer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

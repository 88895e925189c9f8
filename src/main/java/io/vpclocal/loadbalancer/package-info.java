/** Elastic Load Balancing, as far as endpoint services stand on it: network and gateway load balancers. */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "protocol :: key",
            "resource",
            "network",
            "network :: vpc",
            "network :: subnet",
            "network :: securitygroup",
            "network :: networkinterface",
            "network :: gateway",
            "network :: address",
            "network :: region"
        })
@NullMarked
package io.vpclocal.loadbalancer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

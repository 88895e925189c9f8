/**
 * Calls of services that are not emulated here: where the caller stands, whether network, identity and policies let the call
 * through, and its way to the upstream of its service.
 */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "protocol :: web",
            "protocol :: dispatch",
            "identity",
            "upstream",
            "endpoint",
            "endpointservice",
            "loadbalancer",
            "network :: networkinterface",
            "traffic",
            "traffic :: engine"
        })
@NullMarked
package io.vpclocal.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

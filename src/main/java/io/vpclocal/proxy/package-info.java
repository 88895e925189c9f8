/**
 * Calls of services that are not emulated: the caller's network interface, the checks by network, identity and policies, and
 * forwarding to the upstream of the service.
 */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "protocol :: web",
            "protocol :: dispatch",
            "identity",
            "identity :: policy",
            "logs",
            "upstream",
            "endpoint",
            "endpointservice",
            "loadbalancer",
            "network :: networkinterface",
            "traffic",
            "traffic :: address",
            "traffic :: engine"
        })
@NullMarked
package io.vpclocal.proxy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

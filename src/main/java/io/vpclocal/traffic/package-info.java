/**
 * The data plane: what becomes of traffic in the emulated network, by which rule, and what flow logs see of it. Also the
 * instances that traffic may start from and end at.
 */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "protocol :: clock",
            "resource",
            "resource :: committed",
            "network",
            "network :: vpc",
            "network :: subnet",
            "network :: securitygroup",
            "network :: networkacl",
            "network :: networkinterface",
            "network :: routetable",
            "network :: prefixlist",
            "network :: gateway",
            "network :: natgateway",
            "network :: address",
            "network :: region",
            "network :: peering",
            "endpoint",
            "endpointservice",
            "identity",
            "loadbalancer",
            "charges",
            "flowlog",
            "flowlog :: record"
        })
@NullMarked
package io.vpclocal.traffic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

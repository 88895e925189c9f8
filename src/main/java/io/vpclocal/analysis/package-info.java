/**
 * Reachability Analyzer and Network Access Analyzer: questions about paths through the network, answered by the
 * evaluator of {@code traffic} and stored as AWS resources.
 */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "protocol :: codec",
            "protocol :: key",
            "resource",
            "network",
            "network :: region",
            "network :: prefixlist",
            "network :: vpngateway",
            "endpoint",
            "endpointservice",
            "identity",
            "loadbalancer",
            "traffic :: address",
            "traffic :: engine",
            "traffic :: snapshot"
        })
@NullMarked
package io.vpclocal.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

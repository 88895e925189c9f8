/**
 * The data plane: sends flows through the emulated network, explains the result by rule, and passes observations to
 * flow logs. It also owns the instances that traffic starts from and ends at.
 */
@ApplicationModule(
        allowedDependencies = {
            "protocol",
            "protocol :: clock",
            "protocol :: codec",
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
            "network :: internetgateway",
            "network :: natgateway",
            "network :: address",
            "network :: region",
            "network :: peering",
            "network :: vpngateway",
            "network :: transitgateway",
            "compute :: type",
            "compute :: image",
            "compute :: keypair",
            "compute :: launchtemplate",
            "compute :: placementgroup",
            "compute :: volume",
            "compute :: profile",
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

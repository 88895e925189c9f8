package io.vpclocal.network.transitgateway;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The options of a transit gateway that are on or off.
 *
 * @param groupReferences whether security groups may refer to groups of other attached VPCs
 */
@Embeddable
record TransitGatewaySwitches(
        @Column(name = "auto_accept", nullable = false) boolean autoAccept,

        @Column(name = "default_association", nullable = false)
        boolean defaultAssociation,

        @Column(name = "default_propagation", nullable = false)
        boolean defaultPropagation,

        @Column(name = "vpn_ecmp", nullable = false) boolean vpnEcmp,
        @Column(name = "dns_support", nullable = false) boolean dnsSupport,
        @Column(name = "group_references", nullable = false) boolean groupReferences,
        @Column(name = "multicast", nullable = false) boolean multicast) {

    /** AWS's defaults (EC2 API Reference, TransitGatewayRequestOptions). */
    static final TransitGatewaySwitches DEFAULTS =
            new TransitGatewaySwitches(false, true, true, true, true, false, false);
}

package io.vpclocal.network.transitgateway;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The options of a VPC attachment. */
@Embeddable
record TransitAttachmentSwitches(
        @Column(name = "dns_support", nullable = false) boolean dnsSupport,
        @Column(name = "group_references", nullable = false) boolean groupReferences,
        @Column(name = "ipv6_support", nullable = false) boolean ipv6Support,
        @Column(name = "appliance_mode", nullable = false) boolean applianceMode) {

    /** AWS's defaults (EC2 API Reference; Amazon VPC Transit Gateways guide). */
    static final TransitAttachmentSwitches DEFAULTS = new TransitAttachmentSwitches(true, true, false, false);
}

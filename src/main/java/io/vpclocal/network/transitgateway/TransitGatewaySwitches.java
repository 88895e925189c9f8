package io.vpclocal.network.transitgateway;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayOptions;
import software.amazon.awssdk.services.ec2.model.TransitGatewayOptions;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRequestOptions;

/** The options of a transit gateway that are on or off. Embedded values are immutable. */
@Embeddable
class TransitGatewaySwitches {

    @Column(name = "auto_accept", nullable = false)
    private boolean autoAccept;

    @Column(name = "default_association", nullable = false)
    private boolean defaultAssociation;

    @Column(name = "default_propagation", nullable = false)
    private boolean defaultPropagation;

    @Column(name = "vpn_ecmp", nullable = false)
    private boolean vpnEcmp;

    @Column(name = "dns_support", nullable = false)
    private boolean dnsSupport;

    @Column(name = "group_references", nullable = false)
    private boolean groupReferences;

    @Column(name = "multicast", nullable = false)
    private boolean multicast;

    protected TransitGatewaySwitches() {}

    /** Those of a new gateway, with AWS's defaults (EC2 API Reference, TransitGatewayRequestOptions). */
    static TransitGatewaySwitches of(TransitGatewayRequestOptions wanted) {
        TransitGatewaySwitches made = new TransitGatewaySwitches();
        made.autoAccept =
                read(wanted.autoAcceptSharedAttachmentsAsString(), "Options.AutoAcceptSharedAttachments", false);
        made.defaultAssociation =
                read(wanted.defaultRouteTableAssociationAsString(), "Options.DefaultRouteTableAssociation", true);
        made.defaultPropagation =
                read(wanted.defaultRouteTablePropagationAsString(), "Options.DefaultRouteTablePropagation", true);
        made.vpnEcmp = read(wanted.vpnEcmpSupportAsString(), "Options.VpnEcmpSupport", true);
        made.dnsSupport = read(wanted.dnsSupportAsString(), "Options.DnsSupport", true);
        made.groupReferences = read(
                wanted.securityGroupReferencingSupportAsString(), "Options.SecurityGroupReferencingSupport", false);
        made.multicast = read(wanted.multicastSupportAsString(), "Options.MulticastSupport", false);
        return made;
    }

    TransitGatewaySwitches with(ModifyTransitGatewayOptions wanted) {
        TransitGatewaySwitches made = new TransitGatewaySwitches();
        made.autoAccept =
                read(wanted.autoAcceptSharedAttachmentsAsString(), "Options.AutoAcceptSharedAttachments", autoAccept);
        made.defaultAssociation = read(
                wanted.defaultRouteTableAssociationAsString(),
                "Options.DefaultRouteTableAssociation",
                defaultAssociation);
        made.defaultPropagation = read(
                wanted.defaultRouteTablePropagationAsString(),
                "Options.DefaultRouteTablePropagation",
                defaultPropagation);
        made.vpnEcmp = read(wanted.vpnEcmpSupportAsString(), "Options.VpnEcmpSupport", vpnEcmp);
        made.dnsSupport = read(wanted.dnsSupportAsString(), "Options.DnsSupport", dnsSupport);
        made.groupReferences = read(
                wanted.securityGroupReferencingSupportAsString(),
                "Options.SecurityGroupReferencingSupport",
                groupReferences);
        made.multicast = multicast;
        return made;
    }

    boolean defaultAssociation() {
        return defaultAssociation;
    }

    boolean defaultPropagation() {
        return defaultPropagation;
    }

    /** Whether security groups may refer to groups of other attached VPCs. */
    boolean groupReferences() {
        return groupReferences;
    }

    TransitGatewayOptions.Builder toWire() {
        return TransitGatewayOptions.builder()
                .autoAcceptSharedAttachments(TransitSwitch.text(autoAccept))
                .defaultRouteTableAssociation(TransitSwitch.text(defaultAssociation))
                .defaultRouteTablePropagation(TransitSwitch.text(defaultPropagation))
                .vpnEcmpSupport(TransitSwitch.text(vpnEcmp))
                .dnsSupport(TransitSwitch.text(dnsSupport))
                .securityGroupReferencingSupport(TransitSwitch.text(groupReferences))
                .multicastSupport(TransitSwitch.text(multicast));
    }

    private static boolean read(String value, String parameter, boolean unset) {
        return TransitSwitch.read(value, parameter, unset);
    }
}

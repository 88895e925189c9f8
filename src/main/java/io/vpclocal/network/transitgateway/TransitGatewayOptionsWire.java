package io.vpclocal.network.transitgateway;

import static io.vpclocal.network.transitgateway.TransitSwitch.text;

import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayOptions;
import software.amazon.awssdk.services.ec2.model.TransitGatewayOptions;
import software.amazon.awssdk.services.ec2.model.TransitGatewayRequestOptions;

/** Options of transit gateways in requests and answers. */
final class TransitGatewayOptionsWire {

    private static final String ACCEPT = "Options.AutoAcceptSharedAttachments";
    private static final String ASSOCIATION = "Options.DefaultRouteTableAssociation";
    private static final String PROPAGATION = "Options.DefaultRouteTablePropagation";
    private static final String ECMP = "Options.VpnEcmpSupport";
    private static final String DNS = "Options.DnsSupport";
    private static final String REFERENCES = "Options.SecurityGroupReferencingSupport";
    private static final String MULTICAST = "Options.MulticastSupport";

    private TransitGatewayOptionsWire() {}

    /** Those of a new gateway. */
    static TransitGatewaySwitches read(TransitGatewayRequestOptions wanted) {
        TransitGatewaySwitches unset = TransitGatewaySwitches.DEFAULTS;
        return new TransitGatewaySwitches(
                TransitSwitch.read(wanted.autoAcceptSharedAttachmentsAsString(), ACCEPT, unset.autoAccept()),
                TransitSwitch.read(
                        wanted.defaultRouteTableAssociationAsString(), ASSOCIATION, unset.defaultAssociation()),
                TransitSwitch.read(
                        wanted.defaultRouteTablePropagationAsString(), PROPAGATION, unset.defaultPropagation()),
                TransitSwitch.read(wanted.vpnEcmpSupportAsString(), ECMP, unset.vpnEcmp()),
                TransitSwitch.read(wanted.dnsSupportAsString(), DNS, unset.dnsSupport()),
                TransitSwitch.read(
                        wanted.securityGroupReferencingSupportAsString(), REFERENCES, unset.groupReferences()),
                TransitSwitch.read(wanted.multicastSupportAsString(), MULTICAST, unset.multicast()));
    }

    static TransitGatewaySwitches change(TransitGatewaySwitches of, ModifyTransitGatewayOptions wanted) {
        return new TransitGatewaySwitches(
                TransitSwitch.read(wanted.autoAcceptSharedAttachmentsAsString(), ACCEPT, of.autoAccept()),
                TransitSwitch.read(wanted.defaultRouteTableAssociationAsString(), ASSOCIATION, of.defaultAssociation()),
                TransitSwitch.read(wanted.defaultRouteTablePropagationAsString(), PROPAGATION, of.defaultPropagation()),
                TransitSwitch.read(wanted.vpnEcmpSupportAsString(), ECMP, of.vpnEcmp()),
                TransitSwitch.read(wanted.dnsSupportAsString(), DNS, of.dnsSupport()),
                TransitSwitch.read(wanted.securityGroupReferencingSupportAsString(), REFERENCES, of.groupReferences()),
                of.multicast());
    }

    static TransitGatewayOptions.Builder toWire(TransitGatewaySwitches of) {
        return TransitGatewayOptions.builder()
                .autoAcceptSharedAttachments(text(of.autoAccept()))
                .defaultRouteTableAssociation(text(of.defaultAssociation()))
                .defaultRouteTablePropagation(text(of.defaultPropagation()))
                .vpnEcmpSupport(text(of.vpnEcmp()))
                .dnsSupport(text(of.dnsSupport()))
                .securityGroupReferencingSupport(text(of.groupReferences()))
                .multicastSupport(text(of.multicast()));
    }
}

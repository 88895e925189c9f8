package io.vpclocal.network.transitgateway;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayVpcAttachmentRequestOptions;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayVpcAttachmentRequestOptions;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachmentOptions;

/** Options of VPC attachments in requests and answers. */
final class TransitAttachmentOptionsWire {

    private TransitAttachmentOptionsWire() {}

    /** Those of a new attachment. */
    static TransitAttachmentSwitches read(@Nullable CreateTransitGatewayVpcAttachmentRequestOptions wanted) {
        TransitAttachmentSwitches defaults = TransitAttachmentSwitches.DEFAULTS;
        return wanted == null
                ? defaults
                : with(
                        defaults,
                        wanted.dnsSupportAsString(),
                        wanted.securityGroupReferencingSupportAsString(),
                        wanted.ipv6SupportAsString(),
                        wanted.applianceModeSupportAsString());
    }

    static TransitAttachmentSwitches change(
            TransitAttachmentSwitches of, @Nullable ModifyTransitGatewayVpcAttachmentRequestOptions wanted) {
        return wanted == null
                ? of
                : with(
                        of,
                        wanted.dnsSupportAsString(),
                        wanted.securityGroupReferencingSupportAsString(),
                        wanted.ipv6SupportAsString(),
                        wanted.applianceModeSupportAsString());
    }

    private static TransitAttachmentSwitches with(
            TransitAttachmentSwitches of,
            @Nullable String dns,
            @Nullable String references,
            @Nullable String ipv6,
            @Nullable String appliance) {
        return new TransitAttachmentSwitches(
                TransitSwitch.read(dns, "Options.DnsSupport", of.dnsSupport()),
                TransitSwitch.read(references, "Options.SecurityGroupReferencingSupport", of.groupReferences()),
                TransitSwitch.read(ipv6, "Options.Ipv6Support", of.ipv6Support()),
                TransitSwitch.read(appliance, "Options.ApplianceModeSupport", of.applianceMode()));
    }

    static TransitGatewayVpcAttachmentOptions toWire(TransitAttachmentSwitches of) {
        return TransitGatewayVpcAttachmentOptions.builder()
                .dnsSupport(TransitSwitch.text(of.dnsSupport()))
                .securityGroupReferencingSupport(TransitSwitch.text(of.groupReferences()))
                .ipv6Support(TransitSwitch.text(of.ipv6Support()))
                .applianceModeSupport(TransitSwitch.text(of.applianceMode()))
                .build();
    }
}

package io.vpclocal.network.transitgateway;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CreateTransitGatewayVpcAttachmentRequestOptions;
import software.amazon.awssdk.services.ec2.model.ModifyTransitGatewayVpcAttachmentRequestOptions;
import software.amazon.awssdk.services.ec2.model.TransitGatewayVpcAttachmentOptions;

/** The options of a VPC attachment. Embedded values are immutable. */
@Embeddable
class TransitAttachmentSwitches {

    @Column(name = "dns_support", nullable = false)
    private boolean dnsSupport;

    @Column(name = "group_references", nullable = false)
    private boolean groupReferences;

    @Column(name = "ipv6_support", nullable = false)
    private boolean ipv6Support;

    @Column(name = "appliance_mode", nullable = false)
    private boolean applianceMode;

    protected TransitAttachmentSwitches() {}

    /** Those of a new attachment, with AWS's defaults (EC2 API Reference; Amazon VPC Transit Gateways guide). */
    static TransitAttachmentSwitches of(@Nullable CreateTransitGatewayVpcAttachmentRequestOptions wanted) {
        TransitAttachmentSwitches defaults = new TransitAttachmentSwitches();
        defaults.dnsSupport = true;
        defaults.groupReferences = true;
        return wanted == null
                ? defaults
                : defaults.with(
                        wanted.dnsSupportAsString(),
                        wanted.securityGroupReferencingSupportAsString(),
                        wanted.ipv6SupportAsString(),
                        wanted.applianceModeSupportAsString());
    }

    TransitAttachmentSwitches with(@Nullable ModifyTransitGatewayVpcAttachmentRequestOptions wanted) {
        return wanted == null
                ? this
                : with(
                        wanted.dnsSupportAsString(),
                        wanted.securityGroupReferencingSupportAsString(),
                        wanted.ipv6SupportAsString(),
                        wanted.applianceModeSupportAsString());
    }

    private TransitAttachmentSwitches with(
            @Nullable String dns, @Nullable String references, @Nullable String ipv6, @Nullable String appliance) {
        TransitAttachmentSwitches made = new TransitAttachmentSwitches();
        made.dnsSupport = TransitSwitch.read(dns, "Options.DnsSupport", dnsSupport);
        made.groupReferences =
                TransitSwitch.read(references, "Options.SecurityGroupReferencingSupport", groupReferences);
        made.ipv6Support = TransitSwitch.read(ipv6, "Options.Ipv6Support", ipv6Support);
        made.applianceMode = TransitSwitch.read(appliance, "Options.ApplianceModeSupport", applianceMode);
        return made;
    }

    boolean groupReferences() {
        return groupReferences;
    }

    boolean ipv6Support() {
        return ipv6Support;
    }

    boolean applianceMode() {
        return applianceMode;
    }

    TransitGatewayVpcAttachmentOptions toWire() {
        return TransitGatewayVpcAttachmentOptions.builder()
                .dnsSupport(TransitSwitch.text(dnsSupport))
                .securityGroupReferencingSupport(TransitSwitch.text(groupReferences))
                .ipv6Support(TransitSwitch.text(ipv6Support))
                .applianceModeSupport(TransitSwitch.text(applianceMode))
                .build();
    }
}

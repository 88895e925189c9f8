package io.vpclocal.network.vpngateway;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CustomerGateway;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcAttachment;
import software.amazon.awssdk.services.ec2.model.VpnGateway;

/** Virtual private gateways and customer gateways as the API shows them. */
final class VpnGatewayWire {

    /** The only type of gateway. */
    static final String TYPE = "ipsec.1";

    private VpnGatewayWire() {}

    /** Recorded from AWS: the zone that was asked for is not shown. */
    static VpnGateway toWire(VpnGatewayEntity gateway, Instant now, @Nullable List<Tag> tags) {
        return VpnGateway.builder()
                .vpnGatewayId(gateway.id())
                .type(TYPE)
                .state(gateway.state())
                .amazonSideAsn(gateway.amazonSideAsn())
                .vpcAttachments(attachments(gateway, now))
                .tags(tags)
                .build();
    }

    /** The current attachment, or the last one for a while after it ended. */
    static List<VpcAttachment> attachments(VpnGatewayEntity gateway, Instant now) {
        String vpcId = gateway.lastVpcId();
        Instant detachedAt = gateway.detachedAt();
        if (vpcId == null || detachedAt != null && !DeletableEntity.within(detachedAt, now)) {
            return List.of();
        }
        return List.of(attachment(vpcId, detachedAt == null ? "attached" : "detached"));
    }

    static VpcAttachment attachment(String vpcId, String state) {
        return VpcAttachment.builder().vpcId(vpcId).state(state).build();
    }

    static CustomerGateway toWire(CustomerGatewayEntity gateway, List<Tag> tags) {
        long asn = gateway.bgpAsn();
        boolean extended = asn > VpnGatewayLimits.LARGEST_SHORT_ASN;
        return CustomerGateway.builder()
                .customerGatewayId(gateway.id())
                .type(TYPE)
                .state(gateway.state())
                .bgpAsn(extended ? null : String.valueOf(asn))
                .bgpAsnExtended(extended ? String.valueOf(asn) : null)
                .ipAddress(gateway.ipAddress())
                .certificateArn(gateway.certificateArn())
                .deviceName(gateway.deviceName())
                .tags(tags)
                .build();
    }
}

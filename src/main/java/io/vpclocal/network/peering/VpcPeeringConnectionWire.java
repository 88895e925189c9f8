package io.vpclocal.network.peering;

import static io.vpclocal.resource.WireForms.seconds;

import io.vpclocal.network.vpc.VpcEntity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CidrBlock;
import software.amazon.awssdk.services.ec2.model.Ipv6CidrBlock;
import software.amazon.awssdk.services.ec2.model.PeeringConnectionOptions;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnection;
import software.amazon.awssdk.services.ec2.model.VpcPeeringConnectionVpcInfo;

/** Peering connections as the API shows them. */
final class VpcPeeringConnectionWire {

    private VpcPeeringConnectionWire() {}

    /**
     * @param expiry null if it can no longer be accepted
     * @param requester the VPC, to show its blocks and options
     */
    static VpcPeeringConnection toWire(
            VpcPeeringConnectionEntity connection,
            PeeringState state,
            String message,
            @Nullable Instant expiry,
            Optional<VpcEntity> requester,
            Optional<VpcEntity> accepter,
            List<Tag> tags) {
        return VpcPeeringConnection.builder()
                .vpcPeeringConnectionId(connection.id())
                .status(s -> s.code(state.wire()).message(message))
                .expirationTime(seconds(expiry))
                .requesterVpcInfo(info(connection.requester(), requester, connection.requesterDns()))
                .accepterVpcInfo(info(connection.accepter(), accepter, connection.accepterDns()))
                .tags(tags)
                .build();
    }

    static PeeringConnectionOptions options(boolean dns) {
        return PeeringConnectionOptions.builder()
                .allowDnsResolutionFromRemoteVpc(dns)
                .allowEgressFromLocalClassicLinkToRemoteVpc(false)
                .allowEgressFromLocalVpcToRemoteClassicLink(false)
                .build();
    }

    private static VpcPeeringConnectionVpcInfo info(PeeredVpc side, Optional<VpcEntity> vpc, boolean dns) {
        VpcPeeringConnectionVpcInfo.Builder info = VpcPeeringConnectionVpcInfo.builder()
                .ownerId(side.scope().account())
                .vpcId(side.vpcId())
                .region(side.scope().region());
        vpc.ifPresent(shown -> info.cidrBlock(shown.cidrBlock())
                .cidrBlockSet(shown.ipv4Cidrs().stream()
                        .map(cidr ->
                                CidrBlock.builder().cidrBlock(cidr.toString()).build())
                        .toList())
                .ipv6CidrBlockSet(ipv6(shown))
                .peeringOptions(o -> o.allowDnsResolutionFromRemoteVpc(dns)
                        .allowEgressFromLocalClassicLinkToRemoteVpc(false)
                        .allowEgressFromLocalVpcToRemoteClassicLink(false)));
        return info.build();
    }

    /** Recorded from AWS: absent for a VPC without IPv6. */
    private static @Nullable List<Ipv6CidrBlock> ipv6(VpcEntity vpc) {
        List<Ipv6CidrBlock> blocks = vpc.ipv6Cidrs().stream()
                .map(cidr ->
                        Ipv6CidrBlock.builder().ipv6CidrBlock(cidr.toString()).build())
                .toList();
        return blocks.isEmpty() ? null : blocks;
    }
}

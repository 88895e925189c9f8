package io.vpclocal.network.vpc;

import java.util.List;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** VPCs as the API shows them. */
public final class VpcWire {

    private VpcWire() {}

    /** A VPC as described: available. */
    static Vpc toWire(VpcEntity vpc, List<Tag> tags) {
        return toWire(vpc, tags, "available");
    }

    /** @param state {@code pending} in the answer to its creation, {@code available} from then on */
    public static Vpc toWire(VpcEntity vpc, List<Tag> tags, String state) {
        return Vpc.builder()
                .vpcId(vpc.id())
                .ownerId(vpc.account())
                .cidrBlock(vpc.cidrBlock())
                .cidrBlockAssociationSet(vpc.blocks().stream()
                        .filter(VpcCidrBlock::v4)
                        .map(block -> block.toWire("associated"))
                        .toList())
                .ipv6CidrBlockAssociationSet(vpc.blocks().stream()
                        .filter(block -> !block.v4())
                        .map(block -> block.toIpv6Wire("associated", vpc.region()))
                        .toList())
                .dhcpOptionsId(vpc.dhcpOptionsId())
                .instanceTenancy(vpc.tenancy())
                .isDefault(vpc.isDefault())
                .state(state)
                .tags(tags)
                .build();
    }
}

package io.vpclocal.network.vpc;

import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.network.InternetBlockMode;
import java.util.Collection;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;

/** VPCs as the API shows them. */
public final class VpcWire {

    private VpcWire() {}

    /** A VPC as DescribeVpcs returns it: available, and without an empty list of IPv6 blocks, unlike CreateVpc. */
    static Vpc described(VpcEntity vpc, List<Tag> tags, InternetBlockMode mode) {
        Vpc.Builder wire = toWire(vpc, tags, "available").toBuilder()
                .blockPublicAccessStates(b -> b.internetGatewayBlockMode(mode.wire()));
        if (vpc.ipv6Cidrs().isEmpty()) {
            wire.ipv6CidrBlockAssociationSet((Collection<VpcIpv6CidrBlockAssociation>) null);
        }
        return wire.build();
    }

    /** @param state {@code pending} in the answer to its creation, {@code available} from then on */
    public static Vpc toWire(VpcEntity vpc, List<Tag> tags, String state) {
        return Vpc.builder()
                .vpcId(vpc.id())
                .ownerId(vpc.account())
                .cidrBlock(vpc.cidrBlock())
                .cidrBlockAssociationSet(vpc.blocks().stream()
                        .filter(VpcCidrBlock::v4)
                        .map(block -> association(block, "associated"))
                        .toList())
                .ipv6CidrBlockAssociationSet(vpc.blocks().stream()
                        .filter(block -> !block.v4())
                        .map(block -> ipv6Association(block, "associated", vpc.region()))
                        .toList())
                .dhcpOptionsId(vpc.dhcpOptionsId())
                .instanceTenancy(vpc.tenancy())
                .isDefault(vpc.isDefault())
                .state(state)
                .tags(orAbsent(tags))
                .build();
    }

    /** @param state {@code associating}, {@code associated} or {@code disassociating} */
    static VpcCidrBlockAssociation association(VpcCidrBlock block, String state) {
        return VpcCidrBlockAssociation.builder()
                .associationId(block.associationId())
                .cidrBlock(block.cidrBlock())
                .cidrBlockState(s -> s.state(state))
                .build();
    }

    static VpcIpv6CidrBlockAssociation ipv6Association(VpcCidrBlock block, String state, String region) {
        return VpcIpv6CidrBlockAssociation.builder()
                .associationId(block.associationId())
                .ipv6CidrBlock(block.cidrBlock())
                .ipv6CidrBlockState(s -> s.state(state))
                .ipv6Pool("Amazon")
                .networkBorderGroup(region)
                .ipSource("amazon")
                .ipv6AddressAttribute("public")
                .build();
    }
}

package io.vpclocal.network.vpc;

import static io.vpclocal.protocol.Params.given;
import static io.vpclocal.protocol.Params.isTrue;

import io.vpclocal.network.NetmaskLength;
import io.vpclocal.network.region.BorderGroups;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.Ec2Errors;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AssociateVpcCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;

/**
 * The parameters about CIDR blocks that requests for VPCs share (EC2 API Reference; the codes are our guess).
 *
 * @param amazonIpv6 true for an IPv6 block that Amazon provides
 * @param fromPool true if a pool provides a block
 */
record BlockRequest(
        @Nullable String cidrBlock,
        @Nullable Integer netmaskLength,
        boolean amazonIpv6,
        @Nullable String ipv6CidrBlock,
        @Nullable Integer ipv6NetmaskLength,
        @Nullable String borderGroup,
        boolean fromPool) {

    static final String AMAZON_IPV6 = "amazonProvidedIpv6CidrBlock";

    /** A request to associate a block has the same members as one to create a VPC. */
    static BlockRequest of(CreateVpcRequest request) {
        return of(AssociateVpcCidrBlockRequest.builder()
                .cidrBlock(request.cidrBlock())
                .ipv4NetmaskLength(request.ipv4NetmaskLength())
                .ipv4IpamPoolId(request.ipv4IpamPoolId())
                .amazonProvidedIpv6CidrBlock(request.amazonProvidedIpv6CidrBlock())
                .ipv6CidrBlock(request.ipv6CidrBlock())
                .ipv6NetmaskLength(request.ipv6NetmaskLength())
                .ipv6CidrBlockNetworkBorderGroup(request.ipv6CidrBlockNetworkBorderGroup())
                .ipv6IpamPoolId(request.ipv6IpamPoolId())
                .ipv6Pool(request.ipv6Pool())
                .build());
    }

    static BlockRequest of(AssociateVpcCidrBlockRequest request) {
        return new BlockRequest(
                given(request.cidrBlock()),
                request.ipv4NetmaskLength(),
                isTrue(request.amazonProvidedIpv6CidrBlock()),
                given(request.ipv6CidrBlock()),
                request.ipv6NetmaskLength(),
                given(request.ipv6CidrBlockNetworkBorderGroup()),
                any(request.ipv4IpamPoolId(), request.ipv6IpamPoolId(), request.ipv6Pool()));
    }

    /** @throws io.vpclocal.protocol.AwsException if the parameters do not go together or need a pool */
    void check(Scope scope) {
        if (fromPool) {
            throw CommonErrors.notHere("IPAM and address pools");
        }
        String amazon = amazonIpv6 ? AMAZON_IPV6 : null;
        NetmaskLength.refuse(
                "ipv4NetmaskLength", netmaskLength, cidrBlock == null ? null : "cidrBlock", "ipv4IpamPoolId");
        NetmaskLength.refuse("ipv6NetmaskLength", ipv6NetmaskLength, amazon, "ipv6IpamPoolId");
        if (ipv6CidrBlock != null) {
            throw amazonIpv6
                    ? Ec2Errors.notTogether("ipv6CidrBlock", AMAZON_IPV6)
                    : Ec2Errors.requires("ipv6CidrBlock", "ipv6Pool");
        }
        if (borderGroup != null && !amazonIpv6) {
            throw Ec2Errors.requires("ipv6CidrBlockNetworkBorderGroup", AMAZON_IPV6);
        }
        BorderGroups.require(borderGroup, scope);
    }

    private static boolean any(@Nullable String... pools) {
        return Arrays.stream(pools).map(Params::given).anyMatch(Objects::nonNull);
    }
}

package io.vpclocal.network.subnet;

import static io.vpclocal.resource.WireForms.orAbsent;

import io.vpclocal.network.InternetBlockMode;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Subnets as the API shows them. */
final class SubnetWire {

    private SubnetWire() {}

    /** A subnet as DescribeSubnets returns it, with more members than CreateSubnet returns. */
    static Subnet described(SubnetEntity subnet, List<Tag> tags, long available, InternetBlockMode mode) {
        return toWire(subnet, tags, available).toBuilder()
                .blockPublicAccessStates(b -> b.internetGatewayBlockMode(mode.wire()))
                .build();
    }

    /** @param available the number of free IPv4 addresses */
    static Subnet toWire(SubnetEntity subnet, List<Tag> tags, long available) {
        return Subnet.builder()
                .subnetId(subnet.id())
                .subnetArn(subnet.arn())
                .ownerId(subnet.account())
                .vpcId(subnet.vpcId())
                .cidrBlock(subnet.cidrBlock())
                .ipv6CidrBlockAssociationSet(associations(subnet))
                .ipv6Native(subnet.ipv6Native())
                .availabilityZone(subnet.availabilityZone())
                .availabilityZoneId(subnet.availabilityZoneId())
                .availableIpAddressCount(Math.toIntExact(available))
                .defaultForAz(subnet.isDefaultForAz())
                .mapPublicIpOnLaunch(subnet.mapPublicIpOnLaunch())
                .mapCustomerOwnedIpOnLaunch(false)
                .assignIpv6AddressOnCreation(subnet.assignIpv6AddressOnCreation())
                .enableDns64(subnet.dns64())
                .privateDnsNameOptionsOnLaunch(o -> o.hostnameType(subnet.hostnameType())
                        .enableResourceNameDnsARecord(subnet.resourceNameDnsARecord())
                        .enableResourceNameDnsAAAARecord(subnet.resourceNameDnsAaaaRecord()))
                .state("available")
                .tags(orAbsent(tags))
                .build();
    }

    /** @param state {@code associating}, {@code associated} or {@code disassociating} */
    static SubnetIpv6CidrBlockAssociation association(String id, String cidr, String state) {
        return SubnetIpv6CidrBlockAssociation.builder()
                .associationId(id)
                .ipv6CidrBlock(cidr)
                .ipv6CidrBlockState(s -> s.state(state))
                .ipv6AddressAttribute("public")
                .ipSource("amazon")
                .build();
    }

    private static List<SubnetIpv6CidrBlockAssociation> associations(SubnetEntity subnet) {
        String id = subnet.ipv6AssociationId();
        String cidr = subnet.ipv6CidrBlock();
        return id == null || cidr == null ? List.of() : List.of(association(id, cidr, "associated"));
    }
}

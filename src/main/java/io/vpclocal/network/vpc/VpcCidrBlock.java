package io.vpclocal.network.vpc;

import io.vpclocal.network.Cidr;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import software.amazon.awssdk.services.ec2.model.VpcCidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.VpcIpv6CidrBlockAssociation;

/** A CIDR block that is associated with a VPC. */
@Embeddable
class VpcCidrBlock {

    @Column(nullable = false, length = 64)
    private String associationId;

    @Column(nullable = false, length = 64)
    private String cidr;

    @SuppressWarnings("NullAway.Init") // JPA
    protected VpcCidrBlock() {}

    VpcCidrBlock(String associationId, Cidr cidr) {
        this.associationId = associationId;
        this.cidr = cidr.toString();
    }

    String associationId() {
        return associationId;
    }

    Cidr cidr() {
        return Cidr.parse(cidr).orElseThrow();
    }

    boolean v4() {
        return cidr().v4();
    }

    /** @param state {@code associating}, {@code associated} or {@code disassociating} */
    VpcCidrBlockAssociation toWire(String state) {
        return VpcCidrBlockAssociation.builder()
                .associationId(associationId)
                .cidrBlock(cidr)
                .cidrBlockState(s -> s.state(state))
                .build();
    }

    VpcIpv6CidrBlockAssociation toIpv6Wire(String state, String region) {
        return VpcIpv6CidrBlockAssociation.builder()
                .associationId(associationId)
                .ipv6CidrBlock(cidr)
                .ipv6CidrBlockState(s -> s.state(state))
                .ipv6Pool("Amazon")
                .networkBorderGroup(region)
                .ipSource("amazon")
                .ipv6AddressAttribute("public")
                .build();
    }
}

package io.vpclocal.network.vpc;

import io.vpclocal.network.Cidr;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

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

    /** The block as text. */
    String cidrBlock() {
        return cidr;
    }

    Cidr cidr() {
        return Cidr.parse(cidr).orElseThrow();
    }

    boolean v4() {
        return cidr().v4();
    }
}

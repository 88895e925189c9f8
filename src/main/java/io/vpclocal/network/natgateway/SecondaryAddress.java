package io.vpclocal.network.natgateway;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A further private address of a NAT gateway; a public gateway maps it to an Elastic IP address. */
@Embeddable
class SecondaryAddress {

    @Column(name = "private_ip", nullable = false, length = 64)
    private String privateIp;

    @Column(name = "allocation_id", length = 64)
    private @Nullable String allocationId;

    @Column(name = "association_id", length = 64)
    private @Nullable String associationId;

    @Column(name = "public_ip", length = 64)
    private @Nullable String publicIp;

    @SuppressWarnings("NullAway.Init") // JPA
    protected SecondaryAddress() {}

    /** An address of a private gateway. */
    SecondaryAddress(String privateIp) {
        this.privateIp = privateIp;
    }

    /** An address of a public gateway. */
    SecondaryAddress(String privateIp, String allocationId, String associationId, String publicIp) {
        this(privateIp);
        this.allocationId = allocationId;
        this.associationId = associationId;
        this.publicIp = publicIp;
    }

    String privateIp() {
        return privateIp;
    }

    @Nullable
    String allocationId() {
        return allocationId;
    }

    @Nullable
    String associationId() {
        return associationId;
    }

    @Nullable
    String publicIp() {
        return publicIp;
    }
}

package io.vpclocal.network.transitgateway;

import io.vpclocal.network.subnet.SubnetEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The subnet of an attachment in one Availability Zone, with the interface that the transit gateway has there. */
@Embeddable
public class AttachmentSubnet {

    @Column(name = "subnet_id", nullable = false, length = 64)
    private String subnetId;

    @Column(name = "zone_id", nullable = false, length = 32)
    private String zoneId;

    @Column(name = "interface_id", nullable = false, length = 64)
    private String interfaceId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected AttachmentSubnet() {}

    AttachmentSubnet(SubnetEntity subnet, String interfaceId) {
        this.subnetId = subnet.id();
        this.zoneId = subnet.availabilityZoneId();
        this.interfaceId = interfaceId;
    }

    String subnetId() {
        return subnetId;
    }

    public String zoneId() {
        return zoneId;
    }

    public String interfaceId() {
        return interfaceId;
    }
}

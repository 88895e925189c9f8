package io.vpclocal.network.instanceconnect;

import io.vpclocal.network.networkinterface.NetworkInterfaceEntity;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** An EC2 Instance Connect Endpoint. Its security groups are those of its network interface. */
@Entity
@Table(name = "instance_connect_endpoint")
public class ConnectEndpointEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @Column(nullable = false, updatable = false, length = 64)
    private String subnetId;

    @Column(nullable = false, updatable = false, length = 32)
    private String availabilityZone;

    @Column(nullable = false, updatable = false, length = 32)
    private String availabilityZoneId;

    @Column(nullable = false, updatable = false, length = 64)
    private String interfaceId;

    @Column(nullable = false, updatable = false, length = 16)
    private String ipAddressType;

    @Column(nullable = false)
    private boolean preserveClientIp;

    @Column(nullable = false, updatable = false, length = 16)
    private String dnsLabel;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ConnectEndpointEntity() {}

    ConnectEndpointEntity(
            NetworkInterfaceEntity on, String id, Instant createdAt, String ipAddressType, String dnsLabel) {
        super(on.scope(), id, createdAt);
        this.vpcId = on.vpcId();
        this.subnetId = on.subnetId();
        this.availabilityZone = on.availabilityZone();
        this.availabilityZoneId = on.availabilityZoneId();
        this.interfaceId = on.id();
        this.ipAddressType = ipAddressType;
        this.dnsLabel = dnsLabel;
    }

    String vpcId() {
        return vpcId;
    }

    String subnetId() {
        return subnetId;
    }

    String availabilityZone() {
        return availabilityZone;
    }

    String availabilityZoneId() {
        return availabilityZoneId;
    }

    String interfaceId() {
        return interfaceId;
    }

    /** {@code ipv4}, {@code dualstack} or {@code ipv6}. */
    String ipAddressType() {
        return ipAddressType;
    }

    boolean preserveClientIp() {
        return preserveClientIp;
    }

    /** The random part of its DNS names. */
    String dnsLabel() {
        return dnsLabel;
    }

    void preserveClientIp(boolean on) {
        this.preserveClientIp = on;
    }
}

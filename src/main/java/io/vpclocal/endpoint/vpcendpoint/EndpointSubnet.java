package io.vpclocal.endpoint.vpcendpoint;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A subnet of an endpoint with its network interface there. */
@Embeddable
public class EndpointSubnet {

    @Column(nullable = false, length = 64)
    private String subnetId;

    @Column(nullable = false, length = 32)
    private String zone;

    @Column(nullable = false, length = 64)
    private String networkInterfaceId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected EndpointSubnet() {}

    public EndpointSubnet(String subnetId, String zone, String networkInterfaceId) {
        this.subnetId = subnetId;
        this.zone = zone;
        this.networkInterfaceId = networkInterfaceId;
    }

    public String subnetId() {
        return subnetId;
    }

    /** The zone's name, {@code us-east-1a}. */
    public String zone() {
        return zone;
    }

    public String networkInterfaceId() {
        return networkInterfaceId;
    }
}

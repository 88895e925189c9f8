package io.vpclocal.loadbalancer.balancer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A subnet of a load balancer, with its network interface and the requested addresses. */
@Embeddable
public class LoadBalancerSubnet {

    @Column(nullable = false, length = 64)
    private String subnetId;

    @Column(nullable = false, length = 32)
    private String zone;

    @Column(nullable = false, length = 32)
    private String zoneId;

    @Column(nullable = false, length = 64)
    private String networkInterfaceId;

    @Column(length = 64)
    private @Nullable String publicIp;

    @Column(length = 64)
    private @Nullable String allocationId;

    @Column(name = "private_ipv4", length = 64)
    private @Nullable String privateIpv4;

    @Column(length = 64)
    private @Nullable String ipv6;

    @SuppressWarnings("NullAway.Init") // JPA
    protected LoadBalancerSubnet() {}

    LoadBalancerSubnet(
            String zone, String zoneId, String networkInterfaceId, RequestedSubnet request, @Nullable String publicIp) {
        this.subnetId = request.subnetId();
        this.zone = zone;
        this.zoneId = zoneId;
        this.networkInterfaceId = networkInterfaceId;
        this.publicIp = publicIp;
        this.allocationId = request.allocationId();
        this.privateIpv4 = request.privateIpv4();
        this.ipv6 = request.ipv6();
    }

    String subnetId() {
        return subnetId;
    }

    public String zone() {
        return zone;
    }

    String zoneId() {
        return zoneId;
    }

    public String networkInterfaceId() {
        return networkInterfaceId;
    }

    /** The requested Elastic IP address. */
    @Nullable
    String publicIp() {
        return publicIp;
    }

    @Nullable
    String allocationId() {
        return allocationId;
    }

    @Nullable
    String privateIpv4() {
        return privateIpv4;
    }

    @Nullable
    String ipv6() {
        return ipv6;
    }

    /** The request for this subnet. */
    RequestedSubnet requested() {
        return new RequestedSubnet(subnetId, allocationId, privateIpv4, ipv6);
    }
}

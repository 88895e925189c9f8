package io.vpclocal.network.vpngateway;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A customer gateway: AWS's data about the customer's device in a VPN connection. */
@Entity
@Table(name = "customer_gateway")
public class CustomerGatewayEntity extends DeletableEntity {

    @Column(nullable = false, updatable = false)
    private long bgpAsn;

    @Column(updatable = false, length = 64)
    private @Nullable String ipAddress;

    @Column(updatable = false, length = 2048)
    private @Nullable String certificateArn;

    @Column(updatable = false, length = 255)
    private @Nullable String deviceName;

    @SuppressWarnings("NullAway.Init") // JPA
    protected CustomerGatewayEntity() {}

    CustomerGatewayEntity(Scope scope, String id, Instant createdAt, CustomerDevice device) {
        super(scope, id, createdAt);
        this.bgpAsn = device.bgpAsn();
        this.ipAddress = device.ipAddress();
        this.certificateArn = device.certificateArn();
        this.deviceName = device.name();
    }

    public long bgpAsn() {
        return bgpAsn;
    }

    /** Null for a device that is known by its certificate only. */
    public @Nullable String ipAddress() {
        return ipAddress;
    }

    public @Nullable String certificateArn() {
        return certificateArn;
    }

    @Nullable
    String deviceName() {
        return deviceName;
    }

    /** AWS identifies a device by its type, its address, and its ASN (EC2 API Reference, CreateCustomerGateway). */
    /** Devices with the same address, certificate and ASN differ by their names, if the request names one. */
    boolean is(CustomerDevice device) {
        return isAvailable()
                && bgpAsn == device.bgpAsn()
                && Objects.equals(ipAddress, device.ipAddress())
                && Objects.equals(certificateArn, device.certificateArn())
                && (device.name() == null || device.name().equals(deviceName));
    }
}

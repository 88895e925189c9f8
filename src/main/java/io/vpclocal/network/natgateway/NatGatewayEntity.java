package io.vpclocal.network.natgateway;

import io.vpclocal.network.subnet.SubnetEntity;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A NAT gateway. Deleted and failed gateways stay visible for a while. */
@Entity
@Table(name = "nat_gateway")
public class NatGatewayEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @Column(nullable = false, updatable = false, length = 64)
    private String subnetId;

    @Column(nullable = false, updatable = false, length = 16)
    private String connectivityType;

    @Column(length = 64)
    private @Nullable String networkInterfaceId;

    @Column(length = 64)
    private @Nullable String privateIp;

    @Column(updatable = false, length = 64)
    private @Nullable String allocationId;

    @Column(length = 64)
    private @Nullable String associationId;

    @Column(length = 64)
    private @Nullable String publicIp;

    @Column(length = 64)
    private @Nullable String failureCode;

    @Column(length = 255)
    private @Nullable String failureMessage;

    @Column
    private @Nullable Instant endedAt;

    @ElementCollection
    @CollectionTable(name = "nat_gateway_secondary", joinColumns = @JoinColumn(name = "gateway_seq"))
    @OrderColumn(name = "position")
    private List<SecondaryAddress> secondaries = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected NatGatewayEntity() {}

    NatGatewayEntity(
            SubnetEntity subnet, String id, Instant createdAt, String connectivityType, @Nullable String allocationId) {
        super(subnet.scope(), id, createdAt);
        this.vpcId = subnet.vpcId();
        this.subnetId = subnet.id();
        this.connectivityType = connectivityType;
        this.allocationId = allocationId;
    }

    public String vpcId() {
        return vpcId;
    }

    public String subnetId() {
        return subnetId;
    }

    /** True if it has a public address. A private gateway reaches other private networks only. */
    public boolean isPublic() {
        return connectivityType.equals("public");
    }

    /** {@code public} or {@code private}. */
    public String connectivityType() {
        return connectivityType;
    }

    /** Null if the creation failed. */
    public @Nullable String networkInterfaceId() {
        return networkInterfaceId;
    }

    /** The private address. A private gateway sends from it; a public one maps it to its public address. */
    public Optional<String> privateIp() {
        return Optional.ofNullable(privateIp);
    }

    public Optional<String> publicIp() {
        return Optional.ofNullable(publicIp);
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
    String failureCode() {
        return failureCode;
    }

    @Nullable
    String failureMessage() {
        return failureMessage;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    /** True if it is available. */
    public boolean isAvailable() {
        return endedAt == null;
    }

    /** {@code available}, {@code failed} or {@code deleted}. */
    public String state() {
        if (failureCode != null) {
            return "failed";
        }
        return endedAt == null ? "available" : "deleted";
    }

    /** The secondary addresses, to change. */
    List<SecondaryAddress> secondaries() {
        return secondaries;
    }

    void standOn(String interfaceId, String address) {
        this.networkInterfaceId = interfaceId;
        this.privateIp = address;
    }

    void publish(String publicAddress, String association) {
        this.publicIp = publicAddress;
        this.associationId = association;
    }

    void fail(String code, String message, Instant at) {
        this.failureCode = code;
        this.failureMessage = message;
        this.endedAt = at;
    }

    void end(Instant at) {
        this.endedAt = at;
        this.associationId = null;
    }
}

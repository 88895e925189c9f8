package io.vpclocal.proxy.hosted;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The real address of a target, or of all targets of a group. */
@Entity
@Table(name = "target_address")
class TargetAddressEntity {

    @Id
    @Column(length = 300)
    private String id;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(nullable = false, updatable = false, length = 256)
    private String target;

    @Column(updatable = false)
    private @Nullable Integer port;

    @Column(nullable = false, length = 64)
    private String host;

    @Column(nullable = false)
    private int realPort;

    @SuppressWarnings("NullAway.Init") // JPA
    protected TargetAddressEntity() {}

    /**
     * @param target the ARN of a target group, an instance's id or an IP address
     * @param port null for a target group
     */
    TargetAddressEntity(Scope owner, String target, @Nullable Integer port, RealAddress address) {
        this.id = id(owner, target, port);
        this.account = owner.account();
        this.region = owner.region();
        this.target = target;
        this.port = port;
        this.host = address.host();
        this.realPort = address.port();
    }

    static String id(Scope owner, String target, @Nullable Integer port) {
        return port == null ? target : owner.account() + "/" + owner.region() + "/" + target + ":" + port;
    }

    String id() {
        return id;
    }

    Scope owner() {
        return new Scope(account, region);
    }

    String target() {
        return target;
    }

    @Nullable
    Integer port() {
        return port;
    }

    RealAddress address() {
        return new RealAddress(host, realPort);
    }
}

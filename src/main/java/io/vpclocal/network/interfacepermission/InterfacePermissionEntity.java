package io.vpclocal.network.interfacepermission;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The permission of an account on a network interface. */
@Entity
@Table(name = "network_interface_permission")
public class InterfacePermissionEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String interfaceId;

    @Column(nullable = false, updatable = false, length = 12)
    private String grantee;

    @Column(nullable = false, updatable = false, length = 32)
    private String permission;

    @SuppressWarnings("NullAway.Init") // JPA
    protected InterfacePermissionEntity() {}

    InterfacePermissionEntity(
            Scope scope, String id, Instant createdAt, String interfaceId, String grantee, String permission) {
        super(scope, id, createdAt);
        this.interfaceId = interfaceId;
        this.grantee = grantee;
        this.permission = permission;
    }

    String interfaceId() {
        return interfaceId;
    }

    /** The account that has the permission. */
    String grantee() {
        return grantee;
    }

    /** {@code INSTANCE-ATTACH} or {@code EIP-ASSOCIATE}. */
    String permission() {
        return permission;
    }
}

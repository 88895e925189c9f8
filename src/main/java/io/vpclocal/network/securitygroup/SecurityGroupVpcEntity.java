package io.vpclocal.network.securitygroup;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The association of a security group with a further VPC. Its id consists of the ids of both. */
@Entity
@Table(name = "security_group_vpc")
public class SecurityGroupVpcEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String groupId;

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected SecurityGroupVpcEntity() {}

    SecurityGroupVpcEntity(Scope scope, Instant createdAt, String groupId, String vpcId) {
        super(scope, id(groupId, vpcId), createdAt);
        this.groupId = groupId;
        this.vpcId = vpcId;
    }

    /** The id under which {@code Dependents} are asked about an association. */
    public static String id(String groupId, String vpcId) {
        return groupId + ":" + vpcId;
    }

    String groupId() {
        return groupId;
    }

    String vpcId() {
        return vpcId;
    }
}

package io.vpclocal.compute.profile;

import io.vpclocal.identity.InstanceProfileLookup.Profile;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The instance profile of an instance. */
@Entity
@Table(name = "instance_profile_association")
public class ProfileAssociationEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String instanceId;

    @Column(nullable = false, length = 2048)
    private String profileArn;

    @Column(nullable = false, length = 32)
    private String profileId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ProfileAssociationEntity() {}

    ProfileAssociationEntity(Scope scope, String id, Instant now, String instanceId, Profile profile) {
        super(scope, id, now);
        this.instanceId = instanceId;
        this.profileArn = profile.arn();
        this.profileId = profile.id();
    }

    public String instanceId() {
        return instanceId;
    }

    public String profileArn() {
        return profileArn;
    }

    public String profileId() {
        return profileId;
    }
}

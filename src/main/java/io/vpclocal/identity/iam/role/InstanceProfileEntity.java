package io.vpclocal.identity.iam.role;

import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An instance profile, which passes one role to EC2 instances. */
@Entity
@DiscriminatorValue("instance-profile")
public class InstanceProfileEntity extends IamEntity {

    @Column
    private @Nullable Long roleSeq;

    protected InstanceProfileEntity() {}

    InstanceProfileEntity(IamScope scope, String uniqueId, String path, String name, Instant createdAt) {
        super(scope, uniqueId, path, name, createdAt);
    }

    @Override
    public IamKind kind() {
        return IamKind.INSTANCE_PROFILE;
    }

    @Nullable
    public Long roleSeq() {
        return roleSeq;
    }

    void useRole(@Nullable Long role) {
        this.roleSeq = role;
    }
}

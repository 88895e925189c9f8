package io.vpclocal.identity.iam.group;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.policy.PolicyHolderEntity;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;

/** A group of users. Its policies apply to its users. */
@Entity
@DiscriminatorValue("group")
public class GroupEntity extends PolicyHolderEntity {

    protected GroupEntity() {}

    GroupEntity(IamScope scope, String uniqueId, String path, String name, Instant createdAt) {
        super(scope, uniqueId, path, name, createdAt);
    }

    @Override
    public IamKind kind() {
        return IamKind.GROUP;
    }
}

package io.vpclocal.identity.iam;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;

/** A group of users, which gives them its policies. */
@Entity
@DiscriminatorValue("group")
class GroupEntity extends PolicyHolderEntity {

    protected GroupEntity() {}

    GroupEntity(IamScope scope, String uniqueId, String path, String name, Instant createdAt) {
        super(scope, uniqueId, path, name, createdAt);
    }

    @Override
    IamKind kind() {
        return IamKind.GROUP;
    }
}

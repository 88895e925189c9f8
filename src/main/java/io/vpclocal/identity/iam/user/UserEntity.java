package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.policy.PolicyHolderEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** An IAM user with its groups. */
@Entity
@DiscriminatorValue("user")
public class UserEntity extends PolicyHolderEntity {

    @ElementCollection
    @CollectionTable(name = "iam_membership", joinColumns = @JoinColumn(name = "user_seq"))
    @Column(name = "group_seq", nullable = false)
    private Set<Long> groups = new HashSet<>();

    protected UserEntity() {}

    UserEntity(IamScope scope, String uniqueId, String path, String name, Instant createdAt) {
        super(scope, uniqueId, path, name, createdAt);
    }

    @Override
    public IamKind kind() {
        return IamKind.USER;
    }

    public Set<Long> groups() {
        return groups;
    }
}

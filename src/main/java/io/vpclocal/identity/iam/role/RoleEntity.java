package io.vpclocal.identity.iam.role;

import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.policy.PolicyHolderEntity;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;

/** A role with its trust policy. */
@Entity
@DiscriminatorValue("role")
public class RoleEntity extends PolicyHolderEntity {

    public static final String SERVICE_LINKED_PATH = "/aws-service-role/";
    static final String RESERVED_PATH = "/aws-reserved/";

    /** Names users and roles by unique id instead of ARN, so that later entities with the same name are not trusted. */
    @Column(nullable = false, length = IamLimits.POLICY_DOCUMENT)
    private String trustPolicy;

    @Column(nullable = false)
    private int maxSessionSeconds;

    @SuppressWarnings("NullAway.Init") // JPA
    protected RoleEntity() {}

    RoleEntity(IamScope scope, String uniqueId, String path, String name, Instant createdAt, String trustPolicy) {
        super(scope, uniqueId, path, name, createdAt);
        this.trustPolicy = trustPolicy;
        this.maxSessionSeconds = IamLimits.SHORTEST_MAX_SESSION;
    }

    @Override
    public IamKind kind() {
        return IamKind.ROLE;
    }

    public String trustPolicy() {
        return trustPolicy;
    }

    void trust(String policy) {
        this.trustPolicy = policy;
    }

    public int maxSessionSeconds() {
        return maxSessionSeconds;
    }

    void limitSessions(int seconds) {
        this.maxSessionSeconds = seconds;
    }

    /** True for a service-linked role. Only its AWS service may change it. */
    public boolean serviceLinked() {
        return path().startsWith(SERVICE_LINKED_PATH);
    }
}

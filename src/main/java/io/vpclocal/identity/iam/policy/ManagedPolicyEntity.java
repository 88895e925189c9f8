package io.vpclocal.identity.iam.policy;

import io.vpclocal.identity.iam.IamEntity;
import io.vpclocal.identity.iam.IamKind;
import io.vpclocal.identity.iam.IamScope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A customer managed policy with its versions. One is the default version. */
@Entity
@DiscriminatorValue("policy")
public class ManagedPolicyEntity extends IamEntity {

    @Column(nullable = false)
    private int defaultVersion = 1;

    /** The highest version number used so far. Numbers are never reused. */
    @Column(nullable = false)
    private int lastVersion = 1;

    @Column(nullable = false)
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "iam_policy_version", joinColumns = @JoinColumn(name = "entity_seq"))
    @OrderBy("number desc")
    private List<PolicyVersionRow> versions = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected ManagedPolicyEntity() {}

    ManagedPolicyEntity(IamScope scope, String uniqueId, String path, String name, Instant createdAt, String document) {
        super(scope, uniqueId, path, name, createdAt);
        this.updatedAt = createdAt;
        this.versions.add(new PolicyVersionRow(1, document, createdAt));
    }

    @Override
    public IamKind kind() {
        return IamKind.POLICY;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    int defaultVersion() {
        return defaultVersion;
    }

    /** All versions, newest first. */
    public List<PolicyVersionRow> versions() {
        return versions;
    }

    Optional<PolicyVersionRow> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /** The document of the default version. */
    String document() {
        return version(defaultVersion).orElseThrow().document();
    }

    PolicyVersionRow addVersion(String document, Instant now) {
        lastVersion++;
        PolicyVersionRow version = new PolicyVersionRow(lastVersion, document, now);
        versions.add(0, version);
        updatedAt = now;
        return version;
    }

    void putInForce(int number, Instant now) {
        defaultVersion = number;
        updatedAt = now;
    }

    void removeVersion(PolicyVersionRow version, Instant now) {
        versions.remove(version);
        updatedAt = now;
    }
}

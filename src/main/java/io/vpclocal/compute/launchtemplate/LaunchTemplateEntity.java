package io.vpclocal.compute.launchtemplate;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A launch template. Its versions are separate rows. */
@Entity
@Table(name = "launch_template")
class LaunchTemplateEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 128)
    private String name;

    @Column(nullable = false, updatable = false, length = 2048)
    private String createdBy;

    @Column(nullable = false)
    private long defaultVersion;

    @Column(nullable = false)
    private long latestVersion;

    @SuppressWarnings("NullAway.Init") // JPA
    protected LaunchTemplateEntity() {}

    LaunchTemplateEntity(Scope scope, String id, Instant createdAt, String name, String createdBy) {
        super(scope, id, createdAt);
        this.name = name;
        this.createdBy = createdBy;
        this.defaultVersion = 1;
        this.latestVersion = 1;
    }

    String name() {
        return name;
    }

    String createdBy() {
        return createdBy;
    }

    long defaultVersion() {
        return defaultVersion;
    }

    void defaultVersion(long number) {
        this.defaultVersion = number;
    }

    /** The highest number that was given to a version, even if that version is deleted. */
    long latestVersion() {
        return latestVersion;
    }

    long nextVersion() {
        return ++latestVersion;
    }
}

package io.vpclocal.compute.launchtemplate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a launch template; it never changes. */
@Entity
@Table(name = "launch_template_version")
class LaunchTemplateVersionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

    @Column(nullable = false, updatable = false, length = 64)
    private String templateId;

    @Column(nullable = false, updatable = false)
    private long versionNumber;

    @Column(updatable = false, length = 255)
    private @Nullable String description;

    @Column(nullable = false, updatable = false, length = 1_000_000)
    private String data;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column(nullable = false, updatable = false, length = 2048)
    private String createdBy;

    @SuppressWarnings("NullAway.Init") // JPA
    protected LaunchTemplateVersionEntity() {}

    LaunchTemplateVersionEntity(
            LaunchTemplateEntity template,
            long number,
            @Nullable String description,
            TemplateData data,
            Instant createdAt,
            String createdBy) {
        this.account = template.account();
        this.region = template.region();
        this.templateId = template.id();
        this.versionNumber = number;
        this.description = description;
        this.data = data.stored();
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    String templateId() {
        return templateId;
    }

    long number() {
        return versionNumber;
    }

    @Nullable
    String description() {
        return description;
    }

    TemplateData data() {
        return new TemplateData(data);
    }

    Instant createdAt() {
        return createdAt;
    }

    String createdBy() {
        return createdBy;
    }
}

package io.vpclocal.compute.launchtemplate;

import io.vpclocal.resource.ScopedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a launch template; it never changes. */
@Entity
@Table(name = "launch_template_version")
class LaunchTemplateVersionEntity extends ScopedRow {

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
        super(template.scope());
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

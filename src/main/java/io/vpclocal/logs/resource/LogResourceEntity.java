package io.vpclocal.logs.resource;

import io.vpclocal.logs.LogsEntity;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A destination, delivery source, delivery destination, delivery, or anomaly detector. */
@Entity
@Table(name = "log_resource")
public class LogResourceEntity extends LogsEntity {

    @Column(nullable = false, updatable = false, length = 32)
    @Enumerated(EnumType.STRING)
    private LogResourceKind kind;

    @Column(nullable = false, updatable = false, length = 512)
    private String name;

    @Column(nullable = false, length = 32_000)
    private String definition;

    @Column(length = 51_200)
    private @Nullable String policy;

    @ElementCollection
    @CollectionTable(name = "log_resource_tag", joinColumns = @JoinColumn(name = "resource_seq"))
    @MapKeyColumn(name = "tag_key", length = 128)
    @Column(name = "tag_value", nullable = false, length = 256)
    private Map<String, String> tags = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected LogResourceEntity() {}

    LogResourceEntity(Scope scope, LogResourceKind kind, String name, String definition) {
        super(scope);
        this.kind = kind;
        this.name = name;
        this.definition = definition;
    }

    public String arn() {
        return kind.arn(scope(), name);
    }

    public String name() {
        return name;
    }

    /** The resource as the API describes it, as text. */
    String definition() {
        return definition;
    }

    void define(String changed) {
        this.definition = changed;
    }

    public @Nullable String policy() {
        return policy;
    }

    public void allow(@Nullable String document) {
        this.policy = document;
    }

    /** Its tags by key, mutable. */
    public Map<String, String> tags() {
        return tags;
    }

    /** Its tags in the order of their keys; null without tags, as the API describes them. */
    public @Nullable Map<String, String> describedTags() {
        return tags.isEmpty() ? null : new TreeMap<>(tags);
    }
}

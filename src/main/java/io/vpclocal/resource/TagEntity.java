package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.committed.StoredRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** One tag of one resource. */
@Entity
@Table(name = "tag")
class TagEntity implements StoredRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, length = 12)
    private String account;

    @Column(nullable = false, length = 32)
    private String region;

    @Column(nullable = false, length = 64)
    private String resourceId;

    @Column(nullable = false, length = 64)
    private String resourceType;

    @Column(name = "tag_key", nullable = false, length = 128)
    private String key;

    @Column(name = "tag_value", nullable = false, length = 256)
    private String value;

    @SuppressWarnings("NullAway.Init") // JPA
    protected TagEntity() {}

    TagEntity(Scope scope, String resourceType, String resourceId, String key, String value) {
        this.account = scope.account();
        this.region = scope.region();
        this.resourceType = resourceType;
        this.resourceId = resourceId;
        this.key = key;
        this.value = value;
    }

    @Override
    public Scope scope() {
        return new Scope(account, region);
    }

    @Override
    public long seq() {
        return seq == null ? 0 : seq;
    }

    String resourceId() {
        return resourceId;
    }

    String resourceType() {
        return resourceType;
    }

    String key() {
        return key;
    }

    String value() {
        return value;
    }

    void changeTo(String newValue) {
        this.value = newValue;
    }
}

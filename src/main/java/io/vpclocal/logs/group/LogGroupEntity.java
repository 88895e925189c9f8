package io.vpclocal.logs.group;

import io.vpclocal.logs.LogGroupName;
import io.vpclocal.logs.LogsEntity;
import io.vpclocal.logs.RetentionDays;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A log group with its tags. */
@Entity
@Table(name = "log_group")
public class LogGroupEntity extends LogsEntity {

    static final String DELIVERY = "DELIVERY";

    /** Days. Users report this retention for groups of the Delivery class. */
    private static final Integer DELIVERY_RETENTION = 2;

    @Column(nullable = false, updatable = false, length = 512)
    private String name;

    @Column(nullable = false, length = 32)
    private String logGroupClass;

    @Column(length = 256)
    private @Nullable String kmsKeyId;

    @Column
    private @Nullable Integer retentionInDays;

    @Column(nullable = false)
    private long expiredBefore;

    @Column(nullable = false)
    private boolean deletionProtection;

    @Column(nullable = false, updatable = false)
    private long createdAt;

    @ElementCollection
    @CollectionTable(name = "log_group_tag", joinColumns = @JoinColumn(name = "group_seq"))
    @MapKeyColumn(name = "tag_key", length = 128)
    @Column(name = "tag_value", nullable = false, length = 256)
    private Map<String, String> tags = new HashMap<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected LogGroupEntity() {}

    LogGroupEntity(Scope scope, LogGroupName name, String logGroupClass, long createdAt) {
        super(scope);
        this.name = name.value();
        this.logGroupClass = logGroupClass;
        this.createdAt = createdAt;
        this.retentionInDays = logGroupClass.equals(DELIVERY) ? DELIVERY_RETENTION : null;
    }

    public String name() {
        return name;
    }

    /** The ARN without the {@code :*} that DescribeLogGroups appends. */
    public String arn() {
        return scope().arn("logs", "log-group:" + name);
    }

    public String logGroupClass() {
        return logGroupClass;
    }

    @Nullable
    String kmsKeyId() {
        return kmsKeyId;
    }

    void encryptWith(@Nullable String keyId) {
        this.kmsKeyId = keyId;
    }

    @Nullable
    Integer retentionInDays() {
        return retentionInDays;
    }

    /** Sets the retention. Events that have expired so far stay expired. */
    void retain(@Nullable RetentionDays retention, long now) {
        this.expiredBefore = retainedFrom(now);
        this.retentionInDays = retention == null ? null : retention.days();
    }

    /** Events before this time have expired; milliseconds since 1970. */
    public long retainedFrom(long now) {
        return retentionInDays == null
                ? expiredBefore
                : Math.max(expiredBefore, now - Duration.ofDays(retentionInDays).toMillis());
    }

    boolean deletionProtection() {
        return deletionProtection;
    }

    void protect(boolean on) {
        this.deletionProtection = on;
    }

    long createdAt() {
        return createdAt;
    }

    Map<String, String> tags() {
        return tags;
    }
}

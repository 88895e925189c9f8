package io.vpclocal.logs.group;

import io.vpclocal.logs.LogsEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The ingested bytes of deleted streams and of deleted groups. */
@Entity
@Table(name = "log_past_usage")
class PastUsageEntity extends LogsEntity {

    @Column(nullable = false, length = 512)
    private String groupName;

    @Column(nullable = false, length = 32)
    private String logGroupClass;

    @Column(nullable = false)
    private long customBytes;

    @Column(nullable = false)
    private long vendedBytes;

    @SuppressWarnings("NullAway.Init") // JPA
    protected PastUsageEntity() {}

    PastUsageEntity(LogGroupEntity group) {
        super(group.scope());
        this.groupName = group.name();
        this.logGroupClass = group.logGroupClass();
    }

    void add(LogStreamEntity stream) {
        customBytes += stream.customBytes();
        vendedBytes += stream.vendedBytes();
    }
}

package io.vpclocal.logs.group;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** The ingested bytes of deleted streams and of deleted groups. */
@Entity
@Table(name = "log_past_usage")
class PastUsageEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "log_seq")
    @SequenceGenerator(name = "log_seq", sequenceName = "log_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, length = 12)
    private String account;

    @Column(nullable = false, length = 32)
    private String region;

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
        this.account = group.scope().account();
        this.region = group.scope().region();
        this.groupName = group.name();
        this.logGroupClass = group.logGroupClass();
    }

    void add(LogStreamEntity stream) {
        customBytes += stream.customBytes();
        vendedBytes += stream.vendedBytes();
    }
}

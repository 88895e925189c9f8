package io.vpclocal.identity.iam.lastuse;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The time, service and Region of the last use of an access key or role. */
@Entity
@Table(name = "iam_last_use")
class LastUseEntity {

    @Id
    @Column(nullable = false, length = 32)
    private String id;

    @Column(nullable = false, length = 12)
    private String account;

    @Column(nullable = false)
    private Instant usedAt;

    @Column(nullable = false, length = 32)
    private String service;

    @Column(nullable = false, length = 32)
    private String region;

    @SuppressWarnings("NullAway.Init") // JPA
    protected LastUseEntity() {}

    LastUseEntity(String id, String account, LastUses.Use use) {
        this.id = id;
        this.account = account;
        this.usedAt = use.at();
        this.service = use.service();
        this.region = use.region();
    }

    LastUses.Use toUse() {
        return new LastUses.Use(usedAt, service, region);
    }
}

package io.vpclocal.identity.iam.policy;

import io.vpclocal.identity.iam.IamLimits;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One version of a managed policy. */
@Embeddable
class PolicyVersionRow {

    @Column(nullable = false)
    private int number;

    @Column(nullable = false, length = IamLimits.POLICY_DOCUMENT)
    private String document;

    @Column(nullable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected PolicyVersionRow() {}

    PolicyVersionRow(int number, String document, Instant createdAt) {
        this.number = number;
        this.document = document;
        this.createdAt = createdAt;
    }

    int number() {
        return number;
    }

    String document() {
        return document;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolicyVersionRow that && that.number == number && that.document.equals(document);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, document);
    }
}

package io.vpclocal.loadbalancer.listener;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A target group that a listener forwards to. */
@Embeddable
public class ListenerTargetGroup {

    @Column(nullable = false, length = 64)
    private String targetGroupId;

    @Column
    private @Nullable Integer weight;

    @SuppressWarnings("NullAway.Init") // JPA
    protected ListenerTargetGroup() {}

    ListenerTargetGroup(String targetGroupId, @Nullable Integer weight) {
        this.targetGroupId = targetGroupId;
        this.weight = weight;
    }

    /** The last part of its ARN. */
    public String targetGroupId() {
        return targetGroupId;
    }

    /** Its weight; null if it is the only one and no weight was given. */
    @Nullable
    Integer weight() {
        return weight;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ListenerTargetGroup that
                && targetGroupId.equals(that.targetGroupId)
                && Objects.equals(weight, that.weight);
    }

    @Override
    public int hashCode() {
        return Objects.hash(targetGroupId, weight);
    }
}

package io.vpclocal.logs.filter;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subscription filter of a log group. */
@Entity
@Table(name = "log_subscription_filter")
class SubscriptionFilterEntity extends FilterEntity {

    @Column(nullable = false, length = 2048)
    private String destinationArn;

    @Column(length = 2048)
    private @Nullable String roleArn;

    @Column(nullable = false, length = 32)
    private String distribution;

    @ElementCollection
    @CollectionTable(name = "log_subscription_system_field", joinColumns = @JoinColumn(name = "filter_seq"))
    @OrderColumn(name = "position")
    @Column(name = "field", nullable = false, length = 64)
    private List<String> systemFields = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected SubscriptionFilterEntity() {}

    @SuppressWarnings("NullAway.Init") // Set by define(), which every caller runs next.
    SubscriptionFilterEntity(long groupSeq, String name, long createdAt) {
        super(groupSeq, name, createdAt);
    }

    void define(FilterDefinition definition, Destination destination) {
        define(definition);
        this.destinationArn = destination.arn();
        this.roleArn = destination.roleArn();
        this.distribution = destination.distribution();
    }

    @Override
    List<String> storedSystemFields() {
        return systemFields;
    }

    String destinationArn() {
        return destinationArn;
    }

    @Nullable
    String roleArn() {
        return roleArn;
    }

    String distribution() {
        return distribution;
    }
}

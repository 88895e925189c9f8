package io.vpclocal.logs.filter;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.SubscriptionFilter;

/** A subscription filter of a log group. */
@Entity
@Table(name = "log_subscription_filter")
class SubscriptionFilterEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "log_seq")
    @SequenceGenerator(name = "log_seq", sequenceName = "log_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false)
    private long groupSeq;

    @Column(nullable = false, updatable = false, length = 512)
    private String name;

    @Column(nullable = false, length = 1024)
    private String pattern;

    @Column(nullable = false)
    private int regexes;

    @Column(nullable = false, length = 2048)
    private String destinationArn;

    @Column(length = 2048)
    private @Nullable String roleArn;

    @Column(nullable = false, length = 32)
    private String distribution;

    @Column(nullable = false)
    private boolean transformedLogs;

    @Column(length = 2000)
    private @Nullable String fieldSelection;

    @Column(nullable = false)
    private long createdAt;

    @ElementCollection
    @CollectionTable(name = "log_subscription_system_field", joinColumns = @JoinColumn(name = "filter_seq"))
    @OrderColumn(name = "position")
    @Column(name = "field", nullable = false, length = 64)
    private List<String> systemFields = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected SubscriptionFilterEntity() {}

    @SuppressWarnings("NullAway.Init") // define() follows at once
    SubscriptionFilterEntity(long groupSeq, String name, long createdAt) {
        this.groupSeq = groupSeq;
        this.name = name;
        this.createdAt = createdAt;
    }

    void define(FilterDefinition definition, Destination destination) {
        this.pattern = definition.pattern();
        this.regexes = definition.regexes();
        this.transformedLogs = definition.transformedLogs();
        this.fieldSelection = definition.fieldSelection();
        this.systemFields.clear();
        this.systemFields.addAll(definition.systemFields());
        this.destinationArn = destination.arn();
        this.roleArn = destination.roleArn();
        this.distribution = destination.distribution();
    }

    SubscriptionFilter toWire(String group) {
        SubscriptionFilter.Builder filter = SubscriptionFilter.builder()
                .filterName(name)
                .filterPattern(pattern)
                .logGroupName(group)
                .creationTime(createdAt)
                .destinationArn(destinationArn)
                .roleArn(roleArn)
                .distribution(distribution)
                .applyOnTransformedLogs(transformedLogs)
                .fieldSelectionCriteria(fieldSelection);
        if (!systemFields.isEmpty()) {
            filter.emitSystemFields(List.copyOf(systemFields));
        }
        return filter.build();
    }
}

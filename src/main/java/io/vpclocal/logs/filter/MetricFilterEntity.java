package io.vpclocal.logs.filter;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;

/** A metric filter of a log group. */
@Entity
@Table(name = "log_metric_filter")
class MetricFilterEntity {

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

    @Column(nullable = false, length = 255)
    private String metricName;

    @Column(nullable = false, length = 255)
    private String metricNamespace;

    @Column(nullable = false, length = 100)
    private String metricValue;

    @Column
    private @Nullable Double defaultValue;

    @Column(length = 32)
    private @Nullable String unit;

    @Column(nullable = false)
    private boolean transformedLogs;

    @Column(length = 2000)
    private @Nullable String fieldSelection;

    @Column(nullable = false)
    private long createdAt;

    @ElementCollection
    @CollectionTable(name = "log_metric_dimension", joinColumns = @JoinColumn(name = "filter_seq"))
    @MapKeyColumn(name = "dimension_name", length = 255)
    @Column(name = "dimension_value", nullable = false, length = 255)
    private Map<String, String> dimensions = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "log_metric_system_field", joinColumns = @JoinColumn(name = "filter_seq"))
    @OrderColumn(name = "position")
    @Column(name = "field", nullable = false, length = 64)
    private List<String> systemFields = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected MetricFilterEntity() {}

    @SuppressWarnings("NullAway.Init") // define() follows at once
    MetricFilterEntity(long groupSeq, String name, long createdAt) {
        this.groupSeq = groupSeq;
        this.name = name;
        this.createdAt = createdAt;
    }

    void define(FilterDefinition definition, MetricTransformation transformation) {
        this.pattern = definition.pattern();
        this.regexes = definition.regexes();
        this.transformedLogs = definition.transformedLogs();
        this.fieldSelection = definition.fieldSelection();
        this.systemFields.clear();
        this.systemFields.addAll(definition.systemFields());
        this.metricName = transformation.metricName();
        this.metricNamespace = transformation.metricNamespace();
        this.metricValue = transformation.metricValue();
        this.defaultValue = transformation.defaultValue();
        this.unit = transformation.unitAsString();
        this.dimensions.clear();
        this.dimensions.putAll(transformation.dimensions());
    }

    long groupSeq() {
        return groupSeq;
    }

    String name() {
        return name;
    }

    /** As recorded: the unit None is left out. */
    MetricFilter toWire(String group) {
        MetricTransformation.Builder transformation = MetricTransformation.builder()
                .metricName(metricName)
                .metricNamespace(metricNamespace)
                .metricValue(metricValue)
                .defaultValue(defaultValue)
                .unit("None".equals(unit) ? null : unit);
        if (!dimensions.isEmpty()) {
            transformation.dimensions(Map.copyOf(dimensions));
        }
        MetricFilter.Builder filter = MetricFilter.builder()
                .filterName(name)
                .filterPattern(pattern)
                .logGroupName(group)
                .creationTime(createdAt)
                .applyOnTransformedLogs(transformedLogs)
                .fieldSelectionCriteria(fieldSelection)
                .metricTransformations(transformation.build());
        if (!systemFields.isEmpty()) {
            filter.emitSystemFieldDimensions(List.copyOf(systemFields));
        }
        return filter.build();
    }
}

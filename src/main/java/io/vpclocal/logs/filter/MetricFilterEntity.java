package io.vpclocal.logs.filter;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A metric filter of a log group. */
@Entity
@Table(name = "log_metric_filter")
class MetricFilterEntity extends FilterEntity {

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

    @SuppressWarnings("NullAway.Init") // Set by define(), which every caller runs next.
    MetricFilterEntity(long groupSeq, String name, long createdAt) {
        super(groupSeq, name, createdAt);
    }

    /** The metric value that the filter makes of an event. */
    record Metric(
            String name,
            String namespace,
            String value,
            @Nullable Double defaultValue,
            @Nullable String unit,
            Map<String, String> dimensions) {}

    void define(FilterDefinition definition, Metric metric) {
        define(definition);
        this.metricName = metric.name();
        this.metricNamespace = metric.namespace();
        this.metricValue = metric.value();
        this.defaultValue = metric.defaultValue();
        this.unit = metric.unit();
        this.dimensions.clear();
        this.dimensions.putAll(metric.dimensions());
    }

    String metricName() {
        return metricName;
    }

    String metricNamespace() {
        return metricNamespace;
    }

    String metricValue() {
        return metricValue;
    }

    @Nullable
    Double defaultValue() {
        return defaultValue;
    }

    @Nullable
    String unit() {
        return unit;
    }

    Map<String, String> dimensions() {
        return Map.copyOf(dimensions);
    }

    @Override
    List<String> storedSystemFields() {
        return systemFields;
    }
}

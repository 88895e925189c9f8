package io.vpclocal.logs.filter;

import io.vpclocal.logs.LogsRow;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The base of metric filters and subscription filters of a log group. */
@MappedSuperclass
abstract class FilterEntity extends LogsRow {

    @Column(nullable = false, updatable = false)
    private long groupSeq;

    @Column(nullable = false, updatable = false, length = 512)
    private String name;

    @Column(nullable = false, length = 1024)
    private String pattern;

    @Column(nullable = false)
    private int regexes;

    @Column(nullable = false)
    private boolean transformedLogs;

    @Column(length = 2000)
    private @Nullable String fieldSelection;

    @Column(nullable = false)
    private long createdAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected FilterEntity() {}

    @SuppressWarnings("NullAway.Init") // Set by define(), which every caller runs next.
    FilterEntity(long groupSeq, String name, long createdAt) {
        this.groupSeq = groupSeq;
        this.name = name;
        this.createdAt = createdAt;
    }

    /** Each filter type has its own table for these. */
    abstract List<String> storedSystemFields();

    void define(FilterDefinition definition) {
        this.pattern = definition.pattern();
        this.regexes = definition.regexes();
        this.transformedLogs = definition.transformedLogs();
        this.fieldSelection = definition.fieldSelection();
        storedSystemFields().clear();
        storedSystemFields().addAll(definition.systemFields());
    }

    long groupSeq() {
        return groupSeq;
    }

    String name() {
        return name;
    }

    String pattern() {
        return pattern;
    }

    boolean transformedLogs() {
        return transformedLogs;
    }

    @Nullable
    String fieldSelection() {
        return fieldSelection;
    }

    long createdAt() {
        return createdAt;
    }

    List<String> systemFields() {
        return List.copyOf(storedSystemFields());
    }
}

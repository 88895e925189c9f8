package io.vpclocal.logs.query;

import io.vpclocal.logs.LogsEntity;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A query saved under a name. */
@Entity
@Table(name = "log_query_definition")
class QueryDefinitionEntity extends LogsEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String definitionId;

    @Column(nullable = false, length = 255)
    private String name;

    @Column(nullable = false, length = 10_000)
    private String queryText;

    @Column(nullable = false, length = 16)
    private String queryLanguage;

    @Column(nullable = false)
    private long modifiedAt;

    @ElementCollection
    @CollectionTable(name = "log_query_definition_group", joinColumns = @JoinColumn(name = "definition_seq"))
    @OrderColumn(name = "position")
    @Column(name = "group_name", nullable = false, length = 512)
    private List<String> groups = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected QueryDefinitionEntity() {}

    @SuppressWarnings("NullAway.Init") // Set by define(), which every caller runs next.
    QueryDefinitionEntity(Scope scope, String definitionId) {
        super(scope);
        this.definitionId = definitionId;
        this.queryLanguage = QueryWire.LANGUAGE;
    }

    void define(String newName, String text, List<String> newGroups, long now) {
        this.name = newName;
        this.queryText = text;
        this.groups.clear();
        this.groups.addAll(newGroups);
        this.modifiedAt = now;
    }

    String definitionId() {
        return definitionId;
    }

    String name() {
        return name;
    }

    String queryText() {
        return queryText;
    }

    String queryLanguage() {
        return queryLanguage;
    }

    long modifiedAt() {
        return modifiedAt;
    }

    List<String> groups() {
        return List.copyOf(groups);
    }
}

package io.vpclocal.logs.query;

import io.vpclocal.protocol.Scope;
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
import software.amazon.awssdk.services.cloudwatchlogs.model.QueryDefinition;

/** A query that was saved under a name. */
@Entity
@Table(name = "log_query_definition")
class QueryDefinitionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "log_seq")
    @SequenceGenerator(name = "log_seq", sequenceName = "log_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 12)
    private String account;

    @Column(nullable = false, updatable = false, length = 32)
    private String region;

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

    @SuppressWarnings("NullAway.Init") // define() follows at once
    QueryDefinitionEntity(Scope scope, String definitionId) {
        this.account = scope.account();
        this.region = scope.region();
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

    QueryDefinition toWire() {
        return QueryDefinition.builder()
                .queryDefinitionId(definitionId)
                .name(name)
                .queryString(queryText)
                .queryLanguage(queryLanguage)
                .lastModified(modifiedAt)
                .logGroupNames(List.copyOf(groups))
                .build();
    }
}

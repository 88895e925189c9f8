package io.vpclocal.logs.group;

import io.vpclocal.logs.LikePattern;
import io.vpclocal.protocol.Scope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds log groups by conditions on their names, ordered by name. */
@Component
class LogGroupListing {

    private final EntityManager entities;

    LogGroupListing(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The conditions of a listing.
     *
     * @param like patterns of {@code like}; a name has to match one; empty for any name
     * @param names the allowed names; null for any
     * @param logGroupClass null for any
     */
    record Wanted(
            List<String> like,
            @Nullable Collection<String> names,
            @Nullable String logGroupClass) {

        static Wanted any(@Nullable String logGroupClass) {
            return new Wanted(List.of(), null, logGroupClass);
        }

        Wanted withPrefix(String prefix) {
            return new Wanted(List.of(LikePattern.prefix(prefix)), names, logGroupClass);
        }

        Wanted containing(String part) {
            return new Wanted(List.of(LikePattern.contains(part)), names, logGroupClass);
        }

        Wanted named(Collection<String> some) {
            return new Wanted(like, some, logGroupClass);
        }
    }

    /** @param after the listing starts after this name; null to start with the first */
    List<LogGroupEntity> find(Scope scope, Wanted wanted, @Nullable String after, int most) {
        Map<String, Object> parameters = new HashMap<>();
        StringBuilder text =
                new StringBuilder("select g from LogGroupEntity g where g.account = :account and g.region = :region");
        parameters.put("account", scope.account());
        parameters.put("region", scope.region());
        if (!wanted.like().isEmpty()) {
            String separator = " and (";
            for (int i = 0; i < wanted.like().size(); i++) {
                text.append(separator).append("g.name like :like").append(i).append(" escape '!'");
                parameters.put("like" + i, wanted.like().get(i));
                separator = " or ";
            }
            text.append(')');
        }
        if (wanted.names() != null) {
            text.append(" and g.name in (:names)");
            parameters.put("names", wanted.names());
        }
        if (wanted.logGroupClass() != null) {
            text.append(" and g.logGroupClass = :class");
            parameters.put("class", wanted.logGroupClass());
        }
        if (after != null) {
            text.append(" and g.name > :after");
            parameters.put("after", after);
        }
        TypedQuery<LogGroupEntity> query =
                entities.createQuery(text.append(" order by g.name").toString(), LogGroupEntity.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }
}

package io.vpclocal.logs.group;

import io.vpclocal.logs.LikePattern;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the streams of a group, ordered by name or by last event. */
@Component
class LogStreamListing {

    private final EntityManager entities;

    LogStreamListing(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The conditions and the order of a listing.
     *
     * @param byLastEvent ordered by the time of the last event and then by name; else by name
     */
    record Wanted(long group, @Nullable String prefix, boolean byLastEvent, boolean descending) {

        /** The position after this stream. */
        String positionOf(LogStreamEntity stream) {
            return byLastEvent ? stream.lastEventAt() + "|" + stream.name() : stream.name();
        }
    }

    List<LogStreamEntity> find(Wanted wanted, @Nullable String position, int most) {
        String order = wanted.descending() ? " desc" : "";
        String behind = wanted.descending() ? "<" : ">";
        StringBuilder text = new StringBuilder("select s from LogStreamEntity s where s.groupSeq = :group");
        if (wanted.prefix() != null) {
            text.append(" and s.name like :prefix escape '!'");
        }
        if (position != null) {
            text.append(
                    wanted.byLastEvent()
                            ? " and (s.lastEventAt %1$s :time or (s.lastEventAt = :time and s.name %1$s :name))"
                                    .formatted(behind)
                            : " and s.name %s :name".formatted(behind));
        }
        text.append(" order by ");
        if (wanted.byLastEvent()) {
            text.append("s.lastEventAt").append(order).append(", ");
        }
        TypedQuery<LogStreamEntity> query = entities.createQuery(
                        text.append("s.name").append(order).toString(), LogStreamEntity.class)
                .setParameter("group", wanted.group());
        if (wanted.prefix() != null) {
            query.setParameter("prefix", LikePattern.prefix(wanted.prefix()));
        }
        if (position != null) {
            int bar = wanted.byLastEvent() ? position.indexOf('|') : -1;
            query.setParameter("name", position.substring(bar + 1));
            if (wanted.byLastEvent()) {
                query.setParameter("time", Long.parseLong(position.substring(0, bar)));
            }
        }
        return query.setMaxResults(most).getResultList();
    }
}

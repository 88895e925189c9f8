package io.vpclocal.resource.committed;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.committed.CommittedRows.Source;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.jpa.HibernateHints;
import org.hibernate.persister.entity.EntityPersister;
import org.springframework.stereotype.Component;

/**
 * Reads committed rows in a session of its own, so that they belong to no call and contain no uncommitted changes.
 * Fills all their associations, because they have no session later.
 */
@Component
class RowLoader {

    /** The most values in one query. */
    private static final int CHUNK = 500;

    private final EntityManagerFactory factory;

    RowLoader(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /** @param limit the most rows that {@link Source#all} reads */
    <T extends StoredRow> Source<T> of(Class<T> type, Scope scope, int limit) {
        String query = "select e from " + type.getSimpleName() + " e where ";
        return new Source<>() {

            @Override
            public List<T> all() {
                try (EntityManager entities = factory.createEntityManager()) {
                    TypedQuery<T> all = entities.createQuery(
                                    query + "e.account = :account and e.region = :region order by e.seq", type)
                            .setParameter("account", scope.account())
                            .setParameter("region", scope.region())
                            .setMaxResults(limit);
                    return filled(all, type);
                }
            }

            @Override
            public List<T> some(Collection<Long> seqs) {
                List<Long> numbers = List.copyOf(seqs);
                List<T> found = new ArrayList<>();
                try (EntityManager entities = factory.createEntityManager()) {
                    for (int from = 0; from < numbers.size(); from += CHUNK) {
                        List<Long> chunk = numbers.subList(from, Math.min(from + CHUNK, numbers.size()));
                        found.addAll(filled(
                                entities.createQuery(query + "e.seq in :seqs", type)
                                        .setParameter("seqs", chunk),
                                type));
                    }
                }
                return found;
            }
        };
    }

    private <T> List<T> filled(TypedQuery<T> query, Class<T> type) {
        List<T> rows = query.setHint(HibernateHints.HINT_READ_ONLY, true).getResultList();
        EntityPersister persister = factory.unwrap(SessionFactoryImplementor.class)
                .getMappingMetamodel()
                .getEntityDescriptor(type);
        for (int i = 0; i < persister.getPropertyTypes().length; i++) {
            if (persister.getPropertyTypes()[i].isAssociationType()) {
                for (T row : rows) {
                    Hibernate.initialize(persister.getValue(row, i));
                }
            }
        }
        return rows;
    }
}

package io.vpclocal.resource;

import io.vpclocal.protocol.Scope;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Finds rows by AWS id within a scope. The repositories of the modules extend it. */
@NoRepositoryBean
public interface ResourceRepository<T extends ResourceEntity> extends Repository<T, Long> {

    /** The queries below that {@link CommittedReads} can answer from memory. */
    Set<String> SHARED_QUERIES = Set.of("findRow", "findRows", "findIds", "countRows");

    /** The query below that locks a row. Calls wait for it in order. */
    String LOCKING_QUERY = "lockRow";

    /** The query below that keeps a row from being deleted. */
    String USING_QUERY = "useRow";

    public T save(T entity);

    public void delete(T entity);

    @Query("select e from #{#entityName} e where e.account = :account and e.region = :region and e.resourceId = :id")
    Optional<T> findRow(@Param("account") String account, @Param("region") String region, @Param("id") String id);

    /** Like {@link #findRow}, and locks the row until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from #{#entityName} e where e.account = :account and e.region = :region and e.resourceId = :id")
    Optional<T> lockRow(@Param("account") String account, @Param("region") String region, @Param("id") String id);

    /** The query of {@link #use}. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from #{#entityName} e where e.account = :account and e.region = :region and e.resourceId = :id")
    Optional<T> useRow(@Param("account") String account, @Param("region") String region, @Param("id") String id);

    @Query("select e from #{#entityName} e where e.account = :account and e.region = :region order by e.seq")
    List<T> findRows(@Param("account") String account, @Param("region") String region);

    @Query("select e from #{#entityName} e where e.account = :account and e.region = :region and e.resourceId in :ids"
            + " order by e.seq")
    List<T> findRows(
            @Param("account") String account, @Param("region") String region, @Param("ids") Collection<String> ids);

    @Query("select count(e) from #{#entityName} e where e.account = :account and e.region = :region")
    long countRows(@Param("account") String account, @Param("region") String region);

    @Query("select e.resourceId from #{#entityName} e"
            + " where e.account = :account and e.region = :region and e.resourceId in :ids")
    List<String> findIds(
            @Param("account") String account, @Param("region") String region, @Param("ids") Collection<String> ids);

    default Optional<T> find(Scope scope, String id) {
        return findRow(scope.account(), scope.region(), id);
    }

    /** Finds and locks the row. Callers lock a resource before they change anything that depends on it. */
    public default Optional<T> lock(Scope scope, String id) {
        return lockRow(scope.account(), scope.region(), id);
    }

    /**
     * Finds the row for a reference to it, and keeps it from being deleted until the transaction ends. Calls that only use
     * the row do not wait for each other. The row must not be changed: it may be one in memory.
     */
    default Optional<T> use(Scope scope, String id) {
        return useRow(scope.account(), scope.region(), id);
    }

    default List<T> findAll(Scope scope) {
        return findRows(scope.account(), scope.region());
    }

    public default List<T> findAll(Scope scope, Collection<String> ids) {
        return switch (ids.size()) {
            case 0 -> List.of();
            // Hibernate keeps the SQL of this query, but generates the SQL of a list at each call.
            case 1 -> find(scope, ids.iterator().next()).map(List::of).orElse(List.of());
            default -> findRows(scope.account(), scope.region(), ids);
        };
    }

    public default long count(Scope scope) {
        return countRows(scope.account(), scope.region());
    }
}

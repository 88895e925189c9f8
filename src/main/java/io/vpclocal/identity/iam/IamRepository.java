package io.vpclocal.identity.iam;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** Finds named entities. The repository of each kind extends it. */
@NoRepositoryBean
public interface IamRepository<T extends IamEntity> extends Repository<T, Long> {

    T save(T entity);

    void delete(T entity);

    Optional<T> findById(Long seq);

    List<T> findBySeqIn(Collection<Long> seqs);

    Optional<T> findByUniqueId(String uniqueId);

    @Query("select e from #{#entityName} e"
            + " where e.account = :account and e.partition = :partition and e.nameKey = :nameKey")
    Optional<T> findNamed(String account, String partition, String nameKey);

    /** Entities after a name whose path has a prefix, in alphabetical order. */
    @Query("select e from #{#entityName} e where e.account = :account and e.partition = :partition"
            + " and e.nameKey > :after and substring(e.path, 1, length(:prefix)) = :prefix order by e.nameKey")
    List<T> findPage(String account, String partition, String prefix, String after, Limit limit);

    @Query("select count(e) from #{#entityName} e where e.account = :account and e.partition = :partition")
    long countIn(String account, String partition);

    default Optional<T> find(IamScope scope, String name) {
        return findNamed(scope.account(), scope.partition(), IamEntity.key(name));
    }

    default List<T> page(IamScope scope, String prefix, String after, int size) {
        return findPage(scope.account(), scope.partition(), prefix, after, Limit.of(size));
    }

    default List<T> all(IamScope scope) {
        return page(scope, "/", "", Integer.MAX_VALUE);
    }

    default long count(IamScope scope) {
        return countIn(scope.account(), scope.partition());
    }
}

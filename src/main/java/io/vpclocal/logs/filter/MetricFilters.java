package io.vpclocal.logs.filter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MetricFilters extends Repository<MetricFilterEntity, Long> {

    MetricFilterEntity save(MetricFilterEntity filter);

    void delete(MetricFilterEntity filter);

    void deleteAll(Iterable<MetricFilterEntity> filters);

    Optional<MetricFilterEntity> findByGroupSeqAndName(long groupSeq, String name);

    List<MetricFilterEntity> findByGroupSeq(long groupSeq);

    long countByGroupSeq(long groupSeq);

    @Query("select f.groupSeq, count(f) from MetricFilterEntity f where f.groupSeq in :groups group by f.groupSeq")
    List<Object[]> counts(Collection<Long> groups);

    @Query(
            "select count(f) from MetricFilterEntity f where f.groupSeq = :group and f.regexes > 0 and f.name <> :except")
    long countWithRegex(long group, String except);
}

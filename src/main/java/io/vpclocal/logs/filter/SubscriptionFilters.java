package io.vpclocal.logs.filter;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SubscriptionFilters extends Repository<SubscriptionFilterEntity, Long> {

    SubscriptionFilterEntity save(SubscriptionFilterEntity filter);

    void delete(SubscriptionFilterEntity filter);

    void deleteAll(Iterable<SubscriptionFilterEntity> filters);

    Optional<SubscriptionFilterEntity> findByGroupSeqAndName(long groupSeq, String name);

    List<SubscriptionFilterEntity> findByGroupSeq(long groupSeq);

    long countByGroupSeq(long groupSeq);

    @Query("select f from SubscriptionFilterEntity f where f.groupSeq = :group and f.name like :prefix escape '!'"
            + " and f.name > :after order by f.name")
    List<SubscriptionFilterEntity> find(long group, String prefix, String after, Limit limit);

    @Query("select count(f) from SubscriptionFilterEntity f"
            + " where f.groupSeq = :group and f.regexes > 0 and f.name <> :except")
    long countWithRegex(long group, String except);
}

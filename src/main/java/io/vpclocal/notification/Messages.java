package io.vpclocal.notification;

import io.vpclocal.notification.MessageEntity.Outcome;
import io.vpclocal.resource.ResourceRepository;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface Messages extends ResourceRepository<MessageEntity> {

    @Query("select m from MessageEntity m order by m.seq desc")
    List<MessageEntity> newest(Pageable page);

    @Query("select m from MessageEntity m where m.account = :account order by m.seq desc")
    List<MessageEntity> newestOf(String account, Pageable page);

    @Query("select m.seq from MessageEntity m where m.account = :account order by m.seq desc")
    List<Long> positionsOf(String account, Pageable page);

    @Modifying
    @Query("delete from MessageEntity m where m.account = :account and m.seq <= :last")
    void forget(String account, long last);

    /** Does nothing if the message was deleted. */
    @Modifying
    @Query("update MessageEntity m set m.outcome = :outcome, m.messageId = :messageId, m.failure = :failure"
            + " where m.resourceId = :id")
    void conclude(String id, Outcome outcome, @Nullable String messageId, @Nullable String failure);
}

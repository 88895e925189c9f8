package io.vpclocal.logs.group;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LogStreams extends Repository<LogStreamEntity, Long> {

    LogStreamEntity saveAndFlush(LogStreamEntity stream);

    void delete(LogStreamEntity stream);

    @Query("select s.seq from LogStreamEntity s where s.groupSeq = :group and s.name = :name")
    Optional<Long> findSeq(long group, String name);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from LogStreamEntity s where s.groupSeq = :group and s.name = :name")
    Optional<LogStreamEntity> lock(long group, String name);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from LogStreamEntity s where s.groupSeq = :group order by s.seq")
    List<LogStreamEntity> lockAll(long group);

    /** Streams with events before a time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from LogStreamEntity s where s.groupSeq = :group and s.firstEventAt >= 0"
            + " and s.firstEventAt < :time order by s.seq")
    List<LogStreamEntity> lockExpired(long group, long time);

    @Modifying
    @Query("delete from LogStreamEntity s where s.groupSeq = :group")
    void deleteAllOf(long group);

    @Query("select s.seq from LogStreamEntity s where s.groupSeq = :group and s.name in :names")
    List<Long> findSeqs(long group, Collection<String> names);

    @Query("select s.seq from LogStreamEntity s where s.groupSeq = :group and s.name like :prefix escape '!'")
    List<Long> findSeqsLike(long group, String prefix);

    @Query("select s.seq, s.name from LogStreamEntity s where s.seq in :seqs")
    List<Object[]> findNames(Collection<Long> seqs);

    @Query(
            "select s.groupSeq, sum(s.storedBytes) from LogStreamEntity s where s.groupSeq in :groups group by s.groupSeq")
    List<Object[]> sumStoredBytes(Collection<Long> groups);
}

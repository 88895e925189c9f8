package io.vpclocal.network.prefixlist;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PrefixListEntries extends Repository<PrefixListEntryEntity, Long> {

    PrefixListEntryEntity save(PrefixListEntryEntity entry);

    @Query("select e from PrefixListEntryEntity e where e.prefixListId = :listId and e.sinceVersion <= :version"
            + " and (e.untilVersion is null or e.untilVersion > :version) order by e.seq")
    List<PrefixListEntryEntity> findAt(String listId, long version);

    @Query("select e from PrefixListEntryEntity e where e.prefixListId in :listIds and e.untilVersion is null"
            + " order by e.seq")
    List<PrefixListEntryEntity> findCurrent(Collection<String> listIds);

    @Modifying
    @Query("delete from PrefixListEntryEntity e where e.prefixListId = :listId")
    void deleteOf(String listId);
}

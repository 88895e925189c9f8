package io.vpclocal.resource;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface TagRepository extends JpaRepository<TagEntity, Long> {

    List<TagEntity> findByAccountAndRegionAndResourceIdInOrderBySeq(
            String account, String region, Collection<String> resourceIds);

    List<TagEntity> findByAccountAndRegionOrderBySeq(String account, String region);

    @Modifying
    @Query("delete from TagEntity t where t.account = :account and t.region = :region and t.resourceId = :id")
    void deleteOf(String account, String region, String id);
}

package io.vpclocal.resource;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface TagRepository extends JpaRepository<TagEntity, Long> {

    List<TagEntity> findByAccountAndRegionAndResourceIdInOrderBySeq(
            String account, String region, Collection<String> resourceIds);

    List<TagEntity> findByAccountAndRegionOrderBySeq(String account, String region);
}

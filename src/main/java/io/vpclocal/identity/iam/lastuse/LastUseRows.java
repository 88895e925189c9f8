package io.vpclocal.identity.iam.lastuse;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LastUseRows extends Repository<LastUseEntity, String> {

    Optional<LastUseEntity> findById(String id);

    List<LastUseEntity> findByIdIn(Collection<String> ids);

    LastUseEntity save(LastUseEntity use);

    @Modifying
    @Query("delete from LastUseEntity u where u.id = :id")
    void deleteOf(String id);
}

package io.vpclocal.lattice;

import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface LatticeRows extends ResourceRepository<LatticeEntity> {

    Optional<LatticeEntity> findByResourceId(String id);

    @Query("select r from LatticeEntity r order by r.seq")
    List<LatticeEntity> all();

    @Query("select r from LatticeEntity r where r.arn in :arns")
    List<LatticeEntity> withArns(Collection<String> arns);
}

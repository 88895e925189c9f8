package io.vpclocal.compute.placementgroup;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceRepository;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface PlacementGroupRepository extends ResourceRepository<PlacementGroupEntity> {

    @Query("select g from PlacementGroupEntity g where g.account = :account and g.region = :region and g.name = :name")
    Optional<PlacementGroupEntity> named(String account, String region, String name);

    default Optional<PlacementGroupEntity> named(Scope scope, String name) {
        return named(scope.account(), scope.region(), name);
    }
}

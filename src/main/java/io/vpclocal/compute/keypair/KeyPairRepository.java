package io.vpclocal.compute.keypair;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface KeyPairRepository extends ResourceRepository<KeyPairEntity> {

    @Query("select k from KeyPairEntity k where k.account = :account and k.region = :region and k.name in :names"
            + " order by k.seq")
    List<KeyPairEntity> named(String account, String region, Collection<String> names);

    default Optional<KeyPairEntity> named(Scope scope, String name) {
        return named(scope.account(), scope.region(), List.of(name)).stream().findFirst();
    }
}

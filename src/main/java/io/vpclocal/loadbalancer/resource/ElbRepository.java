package io.vpclocal.loadbalancer.resource;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceRepository;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;

/** Rows of a kind whose names are unique in an account and Region: load balancers and target groups. */
@NoRepositoryBean
public interface ElbRepository<T extends ElbEntity> extends ResourceRepository<T> {

    @Query("select e from #{#entityName} e where e.account = :account and e.region = :region and e.name = :name")
    Optional<T> named(String account, String region, String name);

    public default Optional<T> named(Scope scope, String name) {
        return named(scope.account(), scope.region(), name);
    }
}

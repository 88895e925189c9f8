package io.vpclocal.compute.launchtemplate;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceRepository;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;

interface LaunchTemplateRepository extends ResourceRepository<LaunchTemplateEntity> {

    @Query("select t from LaunchTemplateEntity t where t.account = :account and t.region = :region and t.name = :name")
    Optional<LaunchTemplateEntity> named(String account, String region, String name);

    default Optional<LaunchTemplateEntity> named(Scope scope, String name) {
        return named(scope.account(), scope.region(), name);
    }
}

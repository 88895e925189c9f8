package io.vpclocal.logs.grouppolicy;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AccountPolicies extends Repository<AccountPolicyEntity, Long> {

    AccountPolicyEntity save(AccountPolicyEntity policy);

    void delete(AccountPolicyEntity policy);

    Optional<AccountPolicyEntity> findByAccountAndRegionAndTypeAndName(
            String account, String region, String type, String name);

    List<AccountPolicyEntity> findByAccountAndRegionAndTypeOrderByName(String account, String region, String type);
}

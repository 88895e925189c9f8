package io.vpclocal.identity.iam.password;

import java.util.Optional;
import org.springframework.data.repository.Repository;

public interface PasswordPolicies extends Repository<PasswordPolicyEntity, String> {

    PasswordPolicyEntity save(PasswordPolicyEntity policy);

    void delete(PasswordPolicyEntity policy);

    Optional<PasswordPolicyEntity> findById(String id);
}

package io.vpclocal.identity.iam.password;

import java.util.Optional;
import org.springframework.data.repository.Repository;

public interface LoginProfiles extends Repository<LoginProfileEntity, Long> {

    LoginProfileEntity save(LoginProfileEntity profile);

    void delete(LoginProfileEntity profile);

    Optional<LoginProfileEntity> findById(Long userSeq);
}

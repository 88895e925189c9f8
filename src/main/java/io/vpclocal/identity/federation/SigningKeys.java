package io.vpclocal.identity.federation;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface SigningKeys extends Repository<SigningKeyEntity, String> {

    SigningKeyEntity saveAndFlush(SigningKeyEntity key);

    Optional<SigningKeyEntity> findById(String id);
}

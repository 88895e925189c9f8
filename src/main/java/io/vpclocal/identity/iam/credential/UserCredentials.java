package io.vpclocal.identity.iam.credential;

import java.util.List;
import org.springframework.data.repository.Repository;

interface UserCredentials extends Repository<UserCredentialEntity, Long> {

    UserCredentialEntity save(UserCredentialEntity credential);

    void delete(UserCredentialEntity credential);

    List<UserCredentialEntity> findByUserSeqOrderBySeq(Long userSeq);
}

package io.vpclocal.identity.iam;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Accounts extends Repository<AccountEntity, String> {

    Optional<AccountEntity> findById(String id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from AccountEntity a where a.id = :id")
    Optional<AccountEntity> lockById(String id);

    AccountEntity saveAndFlush(AccountEntity account);

    boolean existsByAlias(String alias);

    /** Empty before the first write to the account. */
    @Query("select a.revision from AccountEntity a where a.id = :id")
    Optional<Long> revisionOf(String id);
}

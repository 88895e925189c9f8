package io.vpclocal.identity.iam.user;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface AccessKeyRows extends Repository<AccessKeyEntity, Long> {

    AccessKeyEntity save(AccessKeyEntity key);

    void delete(AccessKeyEntity key);

    Optional<AccessKeyEntity> findByKeyId(String keyId);

    List<AccessKeyEntity> findByUserSeqOrderBySeq(Long userSeq);

    /** The access keys of the account's root user. */
    @Query("select k from AccessKeyEntity k where k.account = :account and k.partition = :partition"
            + " and k.userSeq is null order by k.seq")
    List<AccessKeyEntity> findOfRoot(String account, String partition);
}

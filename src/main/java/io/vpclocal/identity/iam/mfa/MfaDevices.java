package io.vpclocal.identity.iam.mfa;

import io.vpclocal.identity.iam.IamRepository;
import java.util.List;
import org.springframework.data.jpa.repository.Query;

public interface MfaDevices extends IamRepository<MfaDeviceEntity> {

    @Query("select d from MfaDeviceEntity d where d.account = :account and d.partition = :partition"
            + " and d.userId = :userId order by d.nameKey")
    List<MfaDeviceEntity> findOf(String account, String partition, String userId);
}

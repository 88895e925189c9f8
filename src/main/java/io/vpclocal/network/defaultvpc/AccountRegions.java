package io.vpclocal.network.defaultvpc;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AccountRegions extends JpaRepository<AccountRegionEntity, Long> {

    boolean existsByAccountAndRegion(String account, String region);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from AccountRegionEntity r where r.account = :account and r.region = :region")
    Optional<AccountRegionEntity> lock(String account, String region);
}

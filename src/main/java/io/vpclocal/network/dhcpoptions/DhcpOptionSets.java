package io.vpclocal.network.dhcpoptions;

import io.vpclocal.resource.ResourceRepository;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface DhcpOptionSets extends ResourceRepository<DhcpOptionsEntity> {

    /** Locked, so that a concurrent call cannot delete the set before the new VPC refers to it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from DhcpOptionsEntity d where d.defaultOf = :defaultOf")
    Optional<DhcpOptionsEntity> lockDefault(String defaultOf);
}

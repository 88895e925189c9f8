package io.vpclocal.proxy.hosted;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TargetAddressRows extends Repository<TargetAddressEntity, String> {

    Optional<TargetAddressEntity> findById(String id);

    List<TargetAddressEntity> findAll();

    TargetAddressEntity save(TargetAddressEntity address);

    void delete(TargetAddressEntity address);
}

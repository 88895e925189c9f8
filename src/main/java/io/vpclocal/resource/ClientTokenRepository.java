package io.vpclocal.resource;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ClientTokenRepository extends JpaRepository<ClientTokenEntity, Long> {

    Optional<ClientTokenEntity> findByAccountAndRegionAndActionAndToken(
            String account, String region, String action, String token);
}

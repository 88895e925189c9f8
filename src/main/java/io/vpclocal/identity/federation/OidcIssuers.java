package io.vpclocal.identity.federation;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface OidcIssuers extends Repository<OidcIssuerEntity, String> {

    OidcIssuerEntity save(OidcIssuerEntity issuer);

    void delete(OidcIssuerEntity issuer);

    Optional<OidcIssuerEntity> findById(String issuer);

    List<OidcIssuerEntity> findAllByOrderByIssuer();
}

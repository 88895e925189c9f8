package io.vpclocal.identity.federation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An issuer with the keys that were registered for it. */
@Entity
@Table(name = "oidc_issuer")
class OidcIssuerEntity {

    @Id
    @Column(nullable = false, updatable = false, length = 255)
    private String issuer;

    @Column(nullable = false, length = 100_000)
    private String jwks;

    @SuppressWarnings("NullAway.Init") // JPA
    protected OidcIssuerEntity() {}

    OidcIssuerEntity(String issuer, String jwks) {
        this.issuer = issuer;
        this.jwks = jwks;
    }

    String issuer() {
        return issuer;
    }

    String jwks() {
        return jwks;
    }

    void replace(String keys) {
        this.jwks = keys;
    }
}

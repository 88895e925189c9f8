package io.vpclocal.identity.federation;

import io.vpclocal.identity.signature.SecretColumn;
import io.vpclocal.identity.signature.SecretVault;
import org.springframework.stereotype.Component;

/** The key of the local issuer. Tokens that it signed stay valid after a snapshot is restored. */
@Component
class SigningKeyColumn extends SecretColumn {

    SigningKeyColumn(SecretVault vault) {
        super(vault, "oidc_signing_key", "private_key", "id");
    }
}

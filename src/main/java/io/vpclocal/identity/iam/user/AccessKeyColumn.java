package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.signature.SecretColumn;
import io.vpclocal.identity.signature.SecretVault;
import org.springframework.stereotype.Component;

/** Secret access keys. */
@Component
class AccessKeyColumn extends SecretColumn {

    AccessKeyColumn(SecretVault vault) {
        super(vault, "iam_access_key", "secret", "id");
    }
}

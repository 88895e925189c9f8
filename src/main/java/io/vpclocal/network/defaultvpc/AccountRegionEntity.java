package io.vpclocal.network.defaultvpc;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ScopedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Records that an account has used a Region. Unique across nodes. */
@Entity
@Table(name = "account_region")
class AccountRegionEntity extends ScopedRow {

    @SuppressWarnings("NullAway.Init") // JPA
    protected AccountRegionEntity() {}

    AccountRegionEntity(Scope scope) {
        super(scope);
    }
}

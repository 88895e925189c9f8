package io.vpclocal.identity.iam.user;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamErrors;
import io.vpclocal.identity.iam.IamLimits;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.lastuse.LastUses;
import io.vpclocal.identity.signature.SecretVault;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.Ids;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The rules of long-term access keys. */
@Service
class AccessKeys {

    /** A new key with its secret, which is returned only once. */
    record NewKey(AccessKeyEntity key, String secret) {}

    private static final int SECRET_BYTES = 30;

    private final AccessKeyRows rows;
    private final UserService users;
    private final Users userRows;
    private final LastUses lastUses;
    private final IamAccounts accounts;
    private final SecretVault vault;
    private final Ids ids;
    private final Clock clock;

    AccessKeys(
            AccessKeyRows rows,
            UserService users,
            Users userRows,
            LastUses lastUses,
            IamAccounts accounts,
            SecretVault vault,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.users = users;
        this.userRows = userRows;
        this.lastUses = lastUses;
        this.accounts = accounts;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    NewKey create(Call call, @Nullable String userName) {
        IamScope scope = IamScope.of(call.scope());
        accounts.change(scope);
        UserEntity user = users.requireOrCaller(call, userName);
        if (of(scope, user).size() >= IamLimits.ACCESS_KEYS) {
            throw IamErrors.quota("AccessKeysPerUser", IamLimits.ACCESS_KEYS);
        }
        String id = AccessKeyIds.next("AKIA", scope.account(), ids);
        // Thirty bytes are forty Base64 characters, the form of AWS's secrets.
        String secret = Base64.getEncoder().encodeToString(ids.bytes(SECRET_BYTES));
        AccessKeyEntity key = rows.save(new AccessKeyEntity(
                scope, id, user == null ? null : user.seq(), vault.encryptSecret(id, secret), clock.instant()));
        return new NewKey(key, secret);
    }

    List<AccessKeyEntity> list(Call call, @Nullable String userName) {
        return of(IamScope.of(call.scope()), users.requireOrCaller(call, userName));
    }

    void changeStatus(Call call, @Nullable String userName, String keyId, String status) {
        if (!status.equals("Active") && !status.equals("Inactive")) {
            throw IamErrors.invalidInput("The status of an access key is Active or Inactive.");
        }
        change(call, userName, keyId).activate(status.equals("Active"));
    }

    void delete(Call call, @Nullable String userName, String keyId) {
        AccessKeyEntity key = change(call, userName, keyId);
        lastUses.forget(key.id());
        rows.delete(key);
    }

    /** A key of any user of the account. */
    AccessKeyEntity require(IamScope scope, String keyId) {
        return rows.findByKeyId(keyId)
                .filter(key -> key.scope().equals(scope))
                .orElseThrow(() -> IamErrors.accessKeyNotFound(keyId));
    }

    /** The user; null for the root user. */
    @Nullable
    UserEntity owner(AccessKeyEntity key) {
        Long user = key.userSeq();
        return user == null ? null : userRows.findById(user).orElseThrow();
    }

    private AccessKeyEntity change(Call call, @Nullable String userName, String keyId) {
        IamScope scope = IamScope.of(call.scope());
        accounts.change(scope);
        UserEntity user = users.requireOrCaller(call, userName);
        return of(scope, user).stream()
                .filter(key -> key.id().equals(keyId))
                .findFirst()
                .orElseThrow(() -> IamErrors.accessKeyNotFound(keyId));
    }

    private List<AccessKeyEntity> of(IamScope scope, @Nullable UserEntity user) {
        return user == null
                ? rows.findOfRoot(scope.account(), scope.partition())
                : rows.findByUserSeqOrderBySeq(user.seq());
    }
}

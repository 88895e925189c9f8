package io.vpclocal.identity.iam;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The emulator's accounts. An account exists when it is first used. Its writes run one after another. */
@Component
public class IamAccounts {

    private final Accounts accounts;
    private final Clock clock;

    IamAccounts(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Must be called first by every change of the account's users, roles or policies. Locks the account until the
     * transaction ends and invalidates its cache. Revisions start from the current time, so an emptied account never
     * repeats one.
     */
    public AccountEntity change(IamScope scope) {
        AccountEntity account = accounts.lockById(scope.id())
                .orElseGet(() -> accounts.saveAndFlush(new AccountEntity(scope, clock.millis())));
        account.changed();
        return account;
    }

    /** The account's revision, which changes with every change of its users, roles, keys or policies. */
    public long revision(IamScope scope) {
        return accounts.revisionOf(scope.id()).orElse(0L);
    }

    public Optional<AccountEntity> find(IamScope scope) {
        return accounts.findById(scope.id());
    }

    public boolean taken(String alias) {
        return accounts.existsByAlias(alias);
    }
}

package io.vpclocal.identity.iam;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The accounts of the emulator: each exists as soon as it is used, and changes one write at a time. */
@Component
public class IamAccounts {

    private final Accounts accounts;
    private final Clock clock;

    IamAccounts(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Called first by whatever changes the account's users, roles or policies: holds the account against other writers
     * until the transaction ends, and makes what was cached of it stale. Revisions begin with the time, so that an account
     * that was emptied does not come back to one that it had.
     */
    public AccountEntity change(IamScope scope) {
        AccountEntity account = accounts.lockById(scope.id())
                .orElseGet(() -> accounts.saveAndFlush(new AccountEntity(scope, clock.millis())));
        account.changed();
        return account;
    }

    /** A number that is another one after every change of the account's users, roles, keys or policies. */
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

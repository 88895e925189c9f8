package io.vpclocal.identity.caller;

import io.vpclocal.identity.iam.IamAccounts;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.protocol.ResetListener;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A cache of accounts' users, roles and keys. Every lookup compares the cached revision with the account's current one,
 * which is a single row. So the next request sees what another call or node wrote.
 */
@Component
public class AccountCache implements ResetListener {

    private static final int ACCOUNTS = 1_000;
    private static final int ENTRIES = 2_000;

    private final IamAccounts accounts;
    private final Map<IamScope, Snapshot> snapshots = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<IamScope, Snapshot> eldest) {
            return size() > ACCOUNTS;
        }
    });

    AccountCache(IamAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void reset(@Nullable String account, @Nullable String region) {
        snapshots.clear();
    }

    /** The cache of an account at its current revision. */
    public Snapshot of(IamScope scope) {
        long revision = accounts.revision(scope);
        return Objects.requireNonNull(snapshots.compute(
                scope, (key, known) -> known != null && known.revision == revision ? known : new Snapshot(revision)));
    }

    /** Entries of an account at one revision. */
    public static final class Snapshot {

        private final long revision;
        private final Map<String, Object> entries = new ConcurrentHashMap<>();

        private Snapshot(long revision) {
            this.revision = revision;
        }

        /** The cached entry, or the one read now. A missing entry is not cached. */
        public <T> Optional<T> get(Class<T> type, String name, Supplier<Optional<T>> read) {
            Object known = entries.get(name);
            if (known != null) {
                return Optional.of(type.cast(known));
            }
            Optional<T> found = read.get();
            if (entries.size() >= ENTRIES) {
                entries.clear();
            }
            found.ifPresent(value -> entries.put(name, value));
            return found;
        }
    }
}

package io.vpclocal.traffic.snapshot;

import io.vpclocal.protocol.ResetListener;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.committed.Revisions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The compiled networks, each compiled once after a change. */
@Component
public class NetworkSnapshots implements ResetListener {

    private static final int KEPT = 64;

    private record Known(String revision, KnownNetwork network) {}

    private record Read(Optional<String> revision, KnownNetwork network) {}

    private final Revisions revisions;
    private final NetworkReader reader;
    private final TransactionTemplate reading;
    private final Map<Scope, Known> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Scope, Known> eldest) {
            return size() > KEPT;
        }
    };

    NetworkSnapshots(Revisions revisions, NetworkReader reader, PlatformTransactionManager transactions) {
        this.revisions = revisions;
        this.reader = reader;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        // Parts that are read before and after a concurrent change would be inconsistent.
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The current network: the same object until it changes. */
    public KnownNetwork current(Scope scope) {
        return Objects.requireNonNull(reading.execute(status -> {
            Optional<String> revision = revisions.current(scope);
            Known before = get(scope);
            if (before != null && revision.filter(before.revision::equals).isPresent()) {
                return before.network;
            }
            return keep(scope, new Read(revision, reader.read(scope)));
        }));
    }

    @Override
    public void reset(@Nullable String account, @Nullable String region) {
        synchronized (known) {
            known.clear();
        }
    }

    /** A network that was never changed has no mark, and expiry does not change the mark. */
    private KnownNetwork keep(Scope scope, Read read) {
        if (read.revision.isPresent() && read.network.lasting()) {
            synchronized (known) {
                known.put(scope, new Known(read.revision.get(), read.network));
            }
        }
        return read.network;
    }

    private @Nullable Known get(Scope scope) {
        synchronized (known) {
            return known.get(scope);
        }
    }
}

package io.vpclocal.identity.iam.lastuse;

import io.vpclocal.protocol.ResetListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The last uses of access keys and roles. Kept in memory and written at most once a minute for each, so that calls stay
 * cheap. A crash loses at most one minute.
 */
@Component
public class LastUses implements ResetListener {

    private static final Logger LOG = LoggerFactory.getLogger(LastUses.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final LastUseRows rows;
    private final TransactionTemplate transaction;
    private final ConcurrentMap<String, Known> known = new ConcurrentHashMap<>();

    LastUses(LastUseRows rows, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * @param service signing name of the service
     * @param region the Region in the signature
     */
    public record Use(Instant at, String service, String region) {}

    private record Known(Use use, Instant written) {}

    /**
     * @param id an access key id, or the unique id of a role
     * @param account the account it belongs to
     */
    public void used(String id, String account, Use use) {
        Known before = known.get(id);
        boolean due = before == null || longAgo(before.written, use.at());
        known.put(id, new Known(use, before == null || due ? use.at() : before.written));
        if (due) {
            write(id, account, use);
        }
    }

    private static boolean longAgo(Instant written, Instant now) {
        return Duration.between(written, now).abs().compareTo(INTERVAL) >= 0;
    }

    public Optional<Use> of(String id) {
        Known recent = known.get(id);
        Optional<Use> stored = rows.findById(id).map(LastUseEntity::toUse);
        if (recent == null) {
            return stored;
        }
        return Optional.of(
                stored.filter(use -> use.at().isAfter(recent.use.at())).orElse(recent.use));
    }

    @Override
    public void reset(@Nullable String account, @Nullable String region) {
        known.clear();
    }

    public void forget(String id) {
        known.remove(id);
        rows.deleteOf(id);
    }

    /** Two nodes may write the same row at once. Both values are correct, so a conflict is ignored. */
    private void write(String id, String account, Use use) {
        try {
            transaction.executeWithoutResult(status -> rows.save(new LastUseEntity(id, account, use)));
        } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
            LOG.debug("The last use of {} was written by another call", id, e);
        }
    }
}

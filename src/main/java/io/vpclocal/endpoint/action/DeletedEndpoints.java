package io.vpclocal.endpoint.action;

import io.vpclocal.endpoint.vpcendpoint.EndpointPhase;
import io.vpclocal.endpoint.vpcendpoint.Lifecycle;
import io.vpclocal.protocol.AccountOpener;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Scope;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes endpoints at the end of their deletion time, before the next call can see them. Without a deletion time only
 * endpoints from an earlier setting are left.
 */
@Component
class DeletedEndpoints implements AccountOpener {

    private static final Logger LOG = LoggerFactory.getLogger(DeletedEndpoints.class);

    /** Plain SQL, because it is the first query of every run and Hibernate's parser is slow to start. */
    private static final String GONE = "select account, region, vpc_id, id from vpc_endpoint where phase = '"
            + EndpointPhase.DELETING + "' and phase_since <= ? order by phase_since, seq";

    private final JdbcTemplate database;
    private final EndpointDeletion deletion;
    private final Lifecycle lifecycle;
    private final TransactionTemplate transaction;
    private final AtomicBoolean looked = new AtomicBoolean();

    DeletedEndpoints(
            JdbcTemplate database,
            EndpointDeletion deletion,
            Lifecycle lifecycle,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.deletion = deletion;
        this.lifecycle = lifecycle;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void open(AwsService service, Scope scope) {
        if (service == AwsService.EC2 && (!lifecycle.deletesAtOnce() || looked.compareAndSet(false, true))) {
            gone().forEach(this::remove);
        }
    }

    /** The endpoints at the end of their deletion time, the earliest first. */
    private List<Gone> gone() {
        OffsetDateTime before = lifecycle.goneBefore().atOffset(ZoneOffset.UTC);
        return database.query(
                GONE,
                (row, number) -> new Gone(
                        new Scope(row.getString("account"), row.getString("region")),
                        row.getString("vpc_id"),
                        row.getString("id")),
                before);
    }

    private void remove(Gone gone) {
        try {
            transaction.executeWithoutResult(status -> deletion.end(gone.scope(), gone.vpcId(), gone.id()));
        } catch (ConcurrencyFailureException e) {
            // A concurrent call removed it, or the next call will.
            LOG.debug("Endpoint {} was not removed. Another call removes it.", gone.id(), e);
        }
    }

    private record Gone(Scope scope, String vpcId, String id) {}
}

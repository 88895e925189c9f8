package io.vpclocal.endpoint;

import io.vpclocal.protocol.AccountOpener;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Scope;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what is left of endpoints whose deletion took its time, before the next call could see it. Where deletion takes
 * no time there is nothing to remove, except what another setting left behind.
 */
@Component
class GoneEndpoints implements AccountOpener {

    private static final Logger LOG = LoggerFactory.getLogger(GoneEndpoints.class);

    private final VpcEndpoints endpoints;
    private final EndpointDeletion deletion;
    private final Lifecycle lifecycle;
    private final TransactionTemplate transaction;
    private final AtomicBoolean looked = new AtomicBoolean();

    GoneEndpoints(
            VpcEndpoints endpoints,
            EndpointDeletion deletion,
            Lifecycle lifecycle,
            PlatformTransactionManager transactions) {
        this.endpoints = endpoints;
        this.deletion = deletion;
        this.lifecycle = lifecycle;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void open(AwsService service, Scope scope) {
        if (service == AwsService.EC2 && (!lifecycle.deletesAtOnce() || looked.compareAndSet(false, true))) {
            endpoints.gone(lifecycle.goneBefore()).forEach(this::remove);
        }
    }

    private void remove(VpcEndpoints.Place gone) {
        Scope scope = new Scope(gone.getAccount(), gone.getRegion());
        try {
            transaction.executeWithoutResult(status -> deletion.end(scope, gone.getVpcId(), gone.getId()));
        } catch (ConcurrencyFailureException e) {
            // Whoever was faster removed it, or the next call will.
            LOG.debug("The end of {} was left to another call", gone.getId(), e);
        }
    }
}

package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.Authorizer;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.DatabaseFailure;
import io.vpclocal.protocol.RequestCheck;
import io.vpclocal.protocol.UnsupportedMembers;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Runs an action and its permission check in one transaction, so that a failed call changes nothing. A call that loses
 * a conflict with another call is retried and sees what the other wrote.
 */
@Component
class ActionRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ActionRunner.class);
    private static final int ATTEMPTS = 12;

    /**
     * The number of calls that run at the same time. Each may need two connections: its own, and one to read what
     * another call committed. The pool has twice this number, plus some for background work
     * ({@code maximum-pool-size}).
     */
    private static final int AT_A_TIME = 16;

    private final Authorizer authorizer;
    private final List<RequestCheck> checks;
    private final TransactionTemplate writing;
    private final TransactionTemplate reading;

    /** Waiting calls run in order of arrival. They hold no connection while they wait. */
    private final Semaphore running = new Semaphore(AT_A_TIME, true);

    ActionRunner(Authorizer authorizer, List<RequestCheck> checks, PlatformTransactionManager transactions) {
        this.authorizer = authorizer;
        this.checks = checks;
        this.writing = new TransactionTemplate(transactions);
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
    }

    SdkPojo run(ActionDefinition action, SdkPojo request, Call call) {
        checks.forEach(check -> check.check(action, request));
        running.acquireUninterruptibly();
        try {
            return runInTurn(action, request, call);
        } finally {
            running.release();
        }
    }

    private SdkPojo runInTurn(ActionDefinition action, SdkPojo request, Call call) {
        TransactionTemplate transaction = action.readOnly() ? reading : writing;
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> runOnce(action, request, call));
            } catch (ConcurrencyFailureException | DataIntegrityViolationException e) {
                if (DatabaseFailure.of(e) == DatabaseFailure.VALUE) {
                    LOG.warn("Request {} ({}) has a value that the database refuses", call.id(), call.action(), e);
                    throw CommonErrors.notStorable(call.service());
                }
                giveUp(call, attempt, e);
            }
        }
    }

    private SdkPojo runOnce(ActionDefinition action, SdkPojo request, Call call) {
        authorizer.authorize(call, request);
        UnsupportedMembers.refuse(action.service(), action.name(), request);
        return DryRun.wanted(request) ? DryRun.answer(action, request, call) : action.invoke(request, call);
    }

    private static void giveUp(Call call, int attempt, DataAccessException e) {
        if (attempt == ATTEMPTS) {
            throw e;
        }
        LOG.debug("Request {} ({}) is run again after attempt {}", call.id(), call.action(), attempt, e);
    }
}

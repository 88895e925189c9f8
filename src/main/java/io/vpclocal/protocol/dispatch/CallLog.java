package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.UnloggedReads;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Logs one line for every AWS API call, including calls refused before the action runs. */
@Component
class CallLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.vpclocal.calls");

    private final boolean wanted;

    CallLog(@Value("${vpclocal.protocol.log-calls:true}") boolean wanted) {
        this.wanted = wanted;
    }

    /**
     * @param invocation null if the service is unknown
     * @param caller the caller's ARN; null if the credentials were refused
     * @param result the HTTP status, followed by the error code if the call failed
     */
    void write(@Nullable Invocation invocation, @Nullable String caller, String result, long nanos) {
        if (!wanted || !LOG.isInfoEnabled()) {
            return;
        }
        if (invocation != null && UnloggedReads.contain(invocation.wire(), invocation.action())) {
            return;
        }
        LOG.info(
                "{} {} by {}: {}, {} ms",
                invocation == null ? "?" : invocation.service().signingName(),
                printable(invocation == null ? null : invocation.action()),
                Objects.requireNonNullElse(caller, "nobody"),
                result,
                TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    /** Only a word is logged as the action, so that a client cannot forge log lines. */
    private static String printable(@Nullable String action) {
        return action == null || action.isEmpty() ? "(no action)" : action.replaceAll("[^A-Za-z0-9 .-]", "?");
    }
}

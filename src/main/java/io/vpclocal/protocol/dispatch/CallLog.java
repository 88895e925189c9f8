package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.UnloggedReads;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A line in the log for every call of an AWS action, also of one that is refused before it reaches the action. */
@Component
class CallLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.vpclocal.calls");

    private final boolean wanted;

    CallLog(@Value("${vpclocal.protocol.log-calls:true}") boolean wanted) {
        this.wanted = wanted;
    }

    /**
     * @param invocation null if not even the service is known
     * @param caller the ARN of who called; null if the credentials were refused
     * @param result the HTTP status, and the code of an error
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

    /** An action is a word; whatever else was sent in its place must not look like lines of the log. */
    private static String printable(@Nullable String action) {
        return action == null || action.isEmpty() ? "(no action)" : action.replaceAll("[^A-Za-z0-9 .-]", "?");
    }
}

package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.UnloggedReads;
import io.vpclocal.protocol.WireRequest;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Logs one line for every AWS API call, including calls refused before the action runs. */
@Component
public class CallLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.vpclocal.calls");

    private final boolean wanted;

    CallLog(@Value("${vpclocal.protocol.log-calls:true}") boolean wanted) {
        this.wanted = wanted;
    }

    /**
     * @param service its signing name; {@code ?} if it is unknown
     * @param action null if the request names none
     * @param caller the ARN of the caller; null if the credentials were refused
     * @param result the HTTP status, and the code of an error
     */
    public void write(
            WireRequest wire,
            String service,
            @Nullable String action,
            @Nullable String caller,
            String result,
            long nanos) {
        if (!wanted || !LOG.isInfoEnabled() || UnloggedReads.contain(wire, action)) {
            return;
        }
        LOG.info(
                "{} {} by {}: {}, {} ms",
                service,
                printable(action),
                Objects.requireNonNullElse(caller, "nobody"),
                result,
                TimeUnit.NANOSECONDS.toMillis(nanos));
    }

    /** An action is a word, or method and path. Other characters are replaced, because they could look like lines of the log. */
    private static String printable(@Nullable String action) {
        return action == null || action.isEmpty() ? "(no action)" : action.replaceAll("[^A-Za-z0-9 ./_-]", "?");
    }
}

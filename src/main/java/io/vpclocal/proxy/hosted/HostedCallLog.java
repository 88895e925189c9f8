package io.vpclocal.proxy.hosted;

import io.vpclocal.identity.ForwardedCallers;
import io.vpclocal.protocol.ForwardedCall;
import io.vpclocal.protocol.ForwardedCallListener;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.dispatch.CallLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes calls of hosted services into the request log. They are not signed, so their caller is anonymous. */
@Component
class HostedCallLog {

    private final ForwardedCallers callers;
    private final List<ForwardedCallListener> listeners;
    private final CallLog log;
    private final Ids ids;
    private final Clock clock;

    HostedCallLog(ForwardedCallers callers, List<ForwardedCallListener> listeners, CallLog log, Ids ids, Clock clock) {
        this.callers = callers;
        this.listeners = listeners;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param status the HTTP status of the answer; {@code -} if there is none
     * @param message the failure; null if the target answered
     */
    void write(HostedCall call, WireRequest wire, String status, @Nullable String message) {
        Duration took = Duration.between(call.start(), clock.instant());
        String service = call.endpoint().serviceId();
        String action = wire.method() + " " + wire.path();
        String error = message == null ? null : "TargetUnreachable";
        var caller = callers.anonymous(call.caller().scope().region()).caller();
        log.write(
                wire,
                service,
                action,
                call.caller().networkInterfaceId(),
                error == null ? status : status + " " + error,
                took.toNanos());
        ForwardedCall told = new ForwardedCall(
                call.start(),
                ids.uuid(),
                service,
                action,
                caller,
                call.caller().scope(),
                wire,
                error,
                message,
                TimeUnit.NANOSECONDS.toMicros(took.toNanos()),
                List.of());
        listeners.forEach(listener -> listener.answered(told));
    }
}

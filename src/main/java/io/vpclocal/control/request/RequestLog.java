package io.vpclocal.control.request;

import io.vpclocal.control.ControlMemory;
import io.vpclocal.control.ControlProperties;
import io.vpclocal.control.StateReset;
import io.vpclocal.protocol.AccessDecision;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CallListener;
import io.vpclocal.protocol.DecisionListener;
import io.vpclocal.protocol.ForwardedCall;
import io.vpclocal.protocol.ForwardedCallListener;
import io.vpclocal.protocol.RefusedCall;
import io.vpclocal.protocol.UnloggedReads;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The last calls that this node answered, in memory. It is the first listener, so its times include the other
 * listeners.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestLog implements CallListener, DecisionListener, ForwardedCallListener, ControlMemory {

    /** The caller and the account of calls whose sender is unknown, as in calls of services that are not emulated. */
    private static final String ANONYMOUS = "anonymous";

    private final int size;
    private final CallFeed feed;
    private final String defaultRegion;
    private final Deque<LoggedCall> calls = new ArrayDeque<>();
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    RequestLog(
            ControlProperties properties,
            CallFeed feed,
            @Value("${vpclocal.protocol.default-region:us-east-1}") String defaultRegion) {
        this.feed = feed;
        this.defaultRegion = defaultRegion;
        this.size = properties.enabled() ? properties.requestLogSize() : 0;
    }

    private record Running(long startNanos, Set<AccessDecision> decisions) {}

    @Override
    public void before(Call call) {
        if (size > 0) {
            running.put(call.id(), new Running(System.nanoTime(), new LinkedHashSet<>()));
        }
    }

    @Override
    public void decided(Call call, AccessDecision decision) {
        Running known = running.get(call.id());
        if (known != null) {
            // A repeated call is authorized again by the same thread.
            known.decisions().add(decision);
        }
    }

    @Override
    public void after(Call call, @Nullable AwsException error) {
        if (size <= 0) {
            return;
        }
        Running known = running.remove(call.id());
        if (UnloggedReads.contain(call.wire(), call.action())) {
            return;
        }
        long micros = known == null ? 0 : TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - known.startNanos());
        add(new LoggedCall(
                call.receivedAt(),
                call.id(),
                call.service().signingName(),
                ParameterSummary.shortened(call.action()),
                call.caller().arn(),
                call.scope().account(),
                call.scope().region(),
                ParameterSummary.of(call.wire()),
                error == null ? null : error.code(),
                error == null ? null : error.text(),
                micros,
                known == null ? List.of() : List.copyOf(known.decisions())));
    }

    /** The claimed access key is not logged as the caller, because nothing proves it. */
    @Override
    public void refused(RefusedCall call, AwsException error) {
        if (size <= 0 || UnloggedReads.contain(call.wire(), call.action())) {
            return;
        }
        add(new LoggedCall(
                call.receivedAt(),
                call.id(),
                call.service().signingName(),
                ParameterSummary.shortened(call.action()),
                ANONYMOUS,
                ANONYMOUS,
                defaultRegion,
                ParameterSummary.of(call.wire()),
                error.code(),
                error.text(),
                0,
                List.of()));
    }

    @Override
    public void answered(ForwardedCall call) {
        if (size <= 0) {
            return;
        }
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("path", call.wire().path());
        parameters.putAll(ParameterSummary.of(call.wire()));
        add(new LoggedCall(
                call.receivedAt(),
                call.requestId(),
                call.service(),
                ParameterSummary.shortened(call.action()),
                call.caller().arn(),
                call.scope().account(),
                call.scope().region(),
                parameters,
                call.error(),
                call.message(),
                call.durationMicros(),
                call.decisions()));
    }

    private void add(LoggedCall call) {
        synchronized (this) {
            if (calls.size() >= size) {
                calls.removeFirst();
            }
            calls.addLast(call);
        }
        feed.add(call);
    }

    /** Newest first. */
    synchronized List<LoggedCall> newestFirst() {
        List<LoggedCall> copy = new ArrayList<>(calls);
        Collections.reverse(copy);
        return copy;
    }

    synchronized void clear() {
        calls.clear();
    }

    @Override
    public synchronized void forget(StateReset reset) {
        calls.removeIf(call -> reset.covers(call.account(), call.region()));
    }
}

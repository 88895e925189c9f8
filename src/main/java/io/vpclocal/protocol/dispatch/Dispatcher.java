package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.AccountOpener;
import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.Authenticator;
import io.vpclocal.protocol.Authenticator.Authenticated;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CallListener;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.DatabaseFailure;
import io.vpclocal.protocol.DatabaseFailureListener;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.RefusedCall;
import io.vpclocal.protocol.StateLock;
import io.vpclocal.protocol.WireProtocol;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.WireResponse;
import io.vpclocal.protocol.codec.JsonWriter;
import io.vpclocal.protocol.codec.Models;
import io.vpclocal.protocol.codec.XmlWriter;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkPojo;

/** Takes a request all the way: who, what, may they, do it, answer. Every failure leaves as an AWS error. */
@Component
public class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final ActionRegistry registry;
    private final Authenticator authenticator;
    private final List<AccountOpener> openers;
    private final ActionRunner runner;
    private final StateLock lock;
    private final List<CallListener> listeners;
    private final List<DatabaseFailureListener> failureListeners;
    private final CallLog log;
    private final Ids ids;
    private final Clock clock;

    Dispatcher(
            ActionRegistry registry,
            Authenticator authenticator,
            List<AccountOpener> openers,
            ActionRunner runner,
            StateLock lock,
            List<CallListener> listeners,
            List<DatabaseFailureListener> failureListeners,
            CallLog log,
            Ids ids,
            Clock clock) {
        this.registry = registry;
        this.authenticator = authenticator;
        this.openers = openers;
        this.runner = runner;
        this.lock = lock;
        this.listeners = listeners;
        this.failureListeners = failureListeners;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    /** Never throws: every error becomes an answer. */
    public WireResponse handle(WireRequest wire) {
        long start = System.nanoTime();
        Progress progress = new Progress(ids.uuid());
        String result = "200";
        try {
            return answer(wire, progress);
        } catch (AwsException e) {
            result = e.status() + " " + e.code();
            return error(wire, progress.invocation, e, progress.requestId);
        } catch (RuntimeException e) {
            AwsException failure = failure(progress.service(), e, progress.requestId);
            result = failure.status() + " " + failure.code();
            return error(wire, progress.invocation, failure, progress.requestId);
        } finally {
            progress.log(log, wire, result, System.nanoTime() - start);
        }
    }

    /** What is known of a request when it fails. */
    private static final class Progress {

        private final String requestId;
        private @Nullable Invocation invocation;
        private @Nullable String caller;

        private Progress(String requestId) {
            this.requestId = requestId;
        }

        private AwsService service() {
            return invocation == null ? AwsService.EC2 : invocation.service();
        }

        private void log(CallLog log, WireRequest wire, String result, long nanos) {
            String service = invocation == null ? "?" : invocation.service().signingName();
            log.write(wire, service, invocation == null ? null : invocation.action(), caller, result, nanos);
        }
    }

    /** The answer to a request that could not be read, such as one with too large a body. */
    public WireResponse refuse(WireRequest wire, AwsException error) {
        String requestId = ids.uuid();
        Invocation invocation = readable(wire);
        AwsService service = invocation == null ? Invocation.queryService(wire) : invocation.service();
        String action = invocation == null ? "" : Objects.requireNonNullElse(invocation.action(), "");
        tellRefused(new RefusedCall(requestId, service, action, wire, clock.instant()), error);
        return error(wire, invocation, error, requestId);
    }

    /** Null if the form is malformed. */
    private static @Nullable Invocation readable(WireRequest wire) {
        try {
            return Invocation.of(wire);
        } catch (AwsException e) {
            return null;
        }
    }

    private WireResponse answer(WireRequest wire, Progress progress) {
        Invocation invocation = read(wire, progress.requestId);
        progress.invocation = invocation;
        AwsService service = invocation.service();
        String requestId = progress.requestId;
        String name = Objects.requireNonNullElse(invocation.action(), "");
        Authenticated who = authenticate(invocation, name, requestId);
        progress.caller = who.caller().arn();
        Call call = new Call(requestId, service, name, who.scope(), who.caller(), invocation.wire(), clock.instant());
        try {
            ActionDefinition action = definition(invocation);
            SdkPojo response = run(action, invocation, call);
            listeners.forEach(listener -> listener.after(call, null));
            return success(invocation, action, response, requestId);
        } catch (AwsException e) {
            listeners.forEach(listener -> listener.after(call, e));
            throw e;
        } catch (RuntimeException e) {
            AwsException failure = failure(service, e, requestId);
            listeners.forEach(listener -> listener.after(call, failure));
            throw failure;
        }
    }

    private Invocation read(WireRequest wire, String requestId) {
        try {
            return Invocation.of(wire);
        } catch (AwsException e) {
            tellRefused(new RefusedCall(requestId, Invocation.queryService(wire), "", wire, clock.instant()), e);
            throw e;
        }
    }

    private Authenticated authenticate(Invocation invocation, String action, String requestId) {
        AwsService service = invocation.service();
        try {
            return authenticator.authenticate(invocation.wire(), service, action);
        } catch (AwsException e) {
            tellRefused(new RefusedCall(requestId, service, action, invocation.wire(), clock.instant()), e);
            throw e;
        }
    }

    /** Health checks read the root path, which is not a call. */
    private void tellRefused(RefusedCall call, AwsException error) {
        boolean reads =
                call.wire().method().equals("GET") || call.wire().method().equals("HEAD");
        if (!reads || !call.wire().query().isEmpty() || !call.action().isEmpty()) {
            listeners.forEach(listener -> listener.refused(call, error));
        }
    }

    private SdkPojo run(ActionDefinition action, Invocation invocation, Call call) {
        try {
            SdkPojo request = invocation.read(action.requestType());
            listeners.forEach(listener -> listener.before(call));
            return lock.shared(() -> {
                openers.forEach(opener -> opener.open(call.service(), call.scope()));
                return runner.run(action, request, call);
            });
        } catch (AwsException e) {
            throw DeclaredErrors.of(action, e);
        }
    }

    /** What is answered when something other than a rule ended a call. */
    private AwsException failure(AwsService service, RuntimeException cause, String requestId) {
        if (DatabaseFailure.unavailable(cause)) {
            failureListeners.forEach(listener -> listener.databaseFailed(cause));
            LOG.warn("Request {} failed, because the database cannot be used: {}", requestId, rootMessage(cause));
            return CommonErrors.unavailable(service);
        }
        LOG.error("Request {} failed", requestId, cause);
        return CommonErrors.internalFailure();
    }

    private static @Nullable String rootMessage(RuntimeException cause) {
        return NestedExceptionUtils.getMostSpecificCause(cause).getMessage();
    }

    private ActionDefinition definition(Invocation invocation) {
        AwsService service = invocation.service();
        String name = invocation.action();
        if (name == null) {
            throw CommonErrors.missingAction();
        }
        if (invocation.hasForeignTarget()) {
            throw CommonErrors.unknownAction(service, name);
        }
        ApiVersions.require(service, invocation.version(), name);
        return registry.find(service, name)
                .orElseThrow(() -> isMissing(service, name)
                        ? CommonErrors.notEmulated(service, name)
                        : CommonErrors.unknownAction(service, name));
    }

    /**
     * True if AWS has the action and the emulator does not. The SDK spells some names in another case than AWS, so case
     * counts for emulated actions only.
     */
    private boolean isMissing(AwsService service, String name) {
        return Models.allOperations(service.client()).containsKey(name)
                && registry.all(service).stream()
                        .noneMatch(action -> action.name().equalsIgnoreCase(name));
    }

    private static WireResponse success(
            Invocation invocation, ActionDefinition action, SdkPojo response, String requestId) {
        AwsService service = invocation.service();
        if (invocation.wantsReadableJson()) {
            return new WireResponse(200, "application/json", requestId, JsonWriter.readable(response));
        }
        byte[] body = service.protocol() == WireProtocol.JSON
                ? JsonWriter.response(response)
                : XmlWriter.response(service, invocation.answeredVersion(), action.name(), response, requestId);
        return new WireResponse(200, contentType(service), requestId, body);
    }

    /** @param invocation null if the request cannot be read */
    private static WireResponse error(
            WireRequest wire, @Nullable Invocation invocation, AwsException error, String requestId) {
        if (invocation != null && invocation.wantsReadableJson()) {
            return new WireResponse(
                    error.status(), "application/json", requestId, JsonWriter.readableError(error, requestId));
        }
        AwsService service = invocation == null ? Invocation.queryService(wire) : invocation.service();
        byte[] body = service.protocol() == WireProtocol.JSON
                ? JsonWriter.error(error)
                : XmlWriter.error(service, error, requestId);
        return new WireResponse(error.status(), contentType(service), requestId, body);
    }

    private static String contentType(AwsService service) {
        return switch (service.protocol()) {
            case EC2_QUERY -> "text/xml;charset=UTF-8";
            case QUERY -> "text/xml";
            case JSON -> "application/x-amz-json-1.1";
        };
    }
}

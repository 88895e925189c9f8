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
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.StateLock;
import io.vpclocal.protocol.WireProtocol;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.WireResponse;
import io.vpclocal.protocol.codec.JsonWriter;
import io.vpclocal.protocol.codec.Models;
import io.vpclocal.protocol.codec.XmlWriter;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
    private final Ids ids;
    private final Clock clock;

    Dispatcher(
            ActionRegistry registry,
            Authenticator authenticator,
            List<AccountOpener> openers,
            ActionRunner runner,
            StateLock lock,
            List<CallListener> listeners,
            Ids ids,
            Clock clock) {
        this.registry = registry;
        this.authenticator = authenticator;
        this.openers = openers;
        this.runner = runner;
        this.lock = lock;
        this.listeners = listeners;
        this.ids = ids;
        this.clock = clock;
    }

    /** Never throws: whatever goes wrong is an answer. */
    public WireResponse handle(WireRequest wire) {
        String requestId = ids.uuid();
        AwsService service = AwsService.EC2;
        try {
            Invocation invocation = Invocation.of(wire);
            service = invocation.service();
            return answer(invocation, requestId);
        } catch (AwsException e) {
            return error(service, e, requestId);
        } catch (RuntimeException e) {
            LOG.error("Request {} failed", requestId, e);
            return error(service, CommonErrors.internalFailure(), requestId);
        }
    }

    /** The answer to a request that could not even be read, such as one with too large a body. */
    public WireResponse refuse(WireRequest wire, AwsException error) {
        return error(Invocation.of(wire).service(), error, ids.uuid());
    }

    private WireResponse answer(Invocation invocation, String requestId) {
        AwsService service = invocation.service();
        Authenticated who = authenticator.authenticate(invocation.wire(), service);
        ActionDefinition action = definition(service, invocation.action());
        Call call = new Call(
                requestId, service, action.name(), who.scope(), who.caller(), invocation.wire(), clock.instant());
        try {
            SdkPojo request = invocation.read(action.requestType());
            listeners.forEach(listener -> listener.before(call));
            SdkPojo response = lock.shared(() -> {
                openers.forEach(opener -> opener.open(service, call.scope()));
                return runner.run(action, request, call);
            });
            listeners.forEach(listener -> listener.after(call, null));
            return success(invocation, action, response, requestId);
        } catch (AwsException e) {
            listeners.forEach(listener -> listener.after(call, e));
            throw e;
        } catch (RuntimeException e) {
            listeners.forEach(listener -> listener.after(call, CommonErrors.internalFailure()));
            throw e;
        }
    }

    private ActionDefinition definition(AwsService service, @Nullable String name) {
        if (name == null) {
            throw CommonErrors.missingAction();
        }
        return registry.find(service, name)
                .orElseThrow(() -> Models.operations(service.client()).containsKey(name)
                        ? CommonErrors.notEmulated(service, name)
                        : CommonErrors.unknownAction(service, name));
    }

    private static WireResponse success(
            Invocation invocation, ActionDefinition action, SdkPojo response, String requestId) {
        AwsService service = invocation.service();
        if (invocation.wantsReadableJson()) {
            return new WireResponse(200, "application/json", requestId, JsonWriter.readable(response));
        }
        byte[] body = service.protocol() == WireProtocol.JSON
                ? JsonWriter.response(response)
                : XmlWriter.response(service, action.name(), response, requestId);
        return new WireResponse(200, contentType(service), requestId, body);
    }

    private static WireResponse error(AwsService service, AwsException error, String requestId) {
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

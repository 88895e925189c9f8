package io.vpclocal.proxy.forward;

import io.vpclocal.identity.ForwardedCallers.Sender;
import io.vpclocal.protocol.AccessDecision;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.action.KnownService;
import io.vpclocal.proxy.action.Operation;
import io.vpclocal.proxy.action.S3Address;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state of one call while it is handled. Used by one thread. */
final class Exchange {

    final KnownService service;
    final WireRequest head;
    final HttpServletRequest request;
    final HttpServletResponse response;
    final String requestId;
    final Instant receivedAt;
    final S3Address address;

    Origin origin;

    /** The same with its body, if it is stored. */
    WireRequest wire;

    @Nullable
    Operation operation;

    @Nullable
    AwsException error;

    List<AccessDecision> decisions = List.of();

    /** False if the caller's own {@code Authorization} is passed to the upstream. */
    boolean signed = true;

    private @Nullable Sender sender;

    Exchange(
            KnownService service,
            WireRequest head,
            HttpServletRequest request,
            HttpServletResponse response,
            Origin origin,
            String requestId,
            Instant receivedAt) {
        this.service = service;
        this.head = head;
        this.wire = head;
        this.request = request;
        this.response = response;
        this.origin = origin;
        this.requestId = requestId;
        this.receivedAt = receivedAt;
        this.address = S3Address.of(Objects.requireNonNullElse(head.header("host"), ""), head.path());
    }

    boolean s3() {
        return service.signingName().equals("s3");
    }

    void sentBy(Sender known) {
        this.sender = known;
    }

    boolean isSenderKnown() {
        return sender != null;
    }

    Sender sender() {
        return Objects.requireNonNull(sender);
    }

    Operation operation() {
        return Objects.requireNonNull(operation);
    }

    void keepBody(byte[] body) {
        this.wire = new WireRequest(
                head.method(), head.path(), head.query(), head.headers(), body, head.remoteAddress(), head.secure());
    }
}

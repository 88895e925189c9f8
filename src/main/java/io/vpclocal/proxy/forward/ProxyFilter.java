package io.vpclocal.proxy.forward;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.LargeBodies;
import io.vpclocal.protocol.ReceivedRequest;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.action.KnownService;
import io.vpclocal.proxy.action.S3Address;
import io.vpclocal.proxy.action.UnsignedService;
import io.vpclocal.proxy.caller.CallerConnection;
import io.vpclocal.proxy.hosted.HostedHttp;
import io.vpclocal.upstream.Upstreams;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Handles requests of services that are not emulated, and passes all others on. It runs after the filter that waits for
 * bodies, so that one thread evaluates the network and policies and writes the answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class ProxyFilter extends OncePerRequestFilter implements LargeBodies {

    private final ForwardedCalls calls;
    private final VpcCalls vpcCalls;
    private final HostedHttp hosted;
    private final Upstreams upstreams;
    private final Ids ids;
    private final Clock clock;
    private final int largestForm;

    ProxyFilter(
            ForwardedCalls calls,
            VpcCalls vpcCalls,
            HostedHttp hosted,
            Upstreams upstreams,
            Ids ids,
            Clock clock,
            @Value("${vpclocal.protocol.max-body-size:4MB}") DataSize largestForm) {
        this.hosted = hosted;
        this.calls = calls;
        this.vpcCalls = vpcCalls;
        this.upstreams = upstreams;
        this.ids = ids;
        this.clock = clock;
        this.largestForm = (int) largestForm.toBytes();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/_vpclocal/") && !hosted.isFor(request);
    }

    /** Requests come here after the wait for their body. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    /**
     * For Amazon S3 the signature covers headers about the body. For other services it covers the body, which contains
     * the operation.
     */
    @Override
    public OptionalLong largest(HttpServletRequest request) {
        if (hosted.isFor(request)) {
            return OptionalLong.of(STREAMED);
        }
        if (shouldNotFilter(request)) {
            return OptionalLong.empty();
        }
        WireRequest head = WireRequest.of(request, new byte[0]);
        return service(head, Addressee.of(head))
                .map(service -> service.protocol() == KnownService.Protocol.S3
                        ? OptionalLong.of(STREAMED)
                        : OptionalLong.of(CallForwarding.LARGEST_BODY))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public boolean refuse(HttpServletRequest request, HttpServletResponse response, AwsException error)
            throws IOException {
        WireRequest head = WireRequest.of(request, new byte[0]);
        Optional<KnownService> service = service(head, Addressee.of(head));
        if (service.isPresent()) {
            ErrorAnswer.write(response, service.get(), error, ids.uuid(), head.path());
        }
        return service.isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<CallerConnection> caller = vpcCalls.connection(request);
        if (caller.isPresent() && hosted.isFor(request)) {
            hosted.handle(caller.get(), request, response);
            return;
        }
        WireRequest bare = WireRequest.of(request, new byte[0]);
        Addressee addressee = Addressee.of(bare);
        boolean form = addressee.signingName() == null && isForm(bare);
        HttpServletRequest whole = form ? withForm(request) : request;
        WireRequest head = form ? WireRequest.of(whole, whole.getInputStream().readAllBytes()) : bare;
        Optional<KnownService> service = service(head, addressee);
        if (caller.isPresent()) {
            vpcCalls.handle(caller.get(), head, addressee, service.orElse(null), whole, response, (call, counted) -> {
                if (call.known() == null) {
                    chain.doFilter(whole, counted);
                } else {
                    forward(call.known(), head, whole, counted, call.origin(), addressee);
                }
            });
        } else if (service.isPresent()) {
            forward(service.get(), head, whole, response, Origin.OUTSIDE, addressee);
        } else {
            chain.doFilter(whole, response);
        }
    }

    private static boolean isForm(WireRequest head) {
        String type = Objects.requireNonNullElse(head.header("content-type"), "");
        return head.method().equals("POST")
                && head.path().equals("/")
                && (type.isEmpty() || type.startsWith("application/x-www-form-urlencoded"));
    }

    /** A form that is too large keeps one byte too many, by which it is refused. */
    private HttpServletRequest withForm(HttpServletRequest request) throws IOException {
        return new ReceivedRequest(request, request.getInputStream().readNBytes(largestForm + 1));
    }

    private Optional<KnownService> service(WireRequest head, Addressee addressee) {
        if (ApiCall.of(head).isPresent()) {
            return Optional.of(KnownService.executeApi());
        }
        Optional<KnownService> named = addressee.service(head);
        if (named.isPresent() || addressee.signingName() != null) {
            return named;
        }
        boolean s3 = S3Address.isHost(Objects.requireNonNullElse(head.header("host"), "")) || isPublicObject(head);
        return s3 ? Optional.of(KnownService.s3()) : UnsignedService.guessed(head);
    }

    private void forward(
            KnownService service,
            WireRequest head,
            HttpServletRequest request,
            HttpServletResponse response,
            Origin origin,
            Addressee addressee)
            throws IOException {
        calls.answer(
                new Exchange(service, head, request, response, origin, ids.uuid(), clock.instant()),
                addressee.signed());
    }

    /** A request without a signature for a path of none of the emulator's own APIs can only be for a public object. */
    private boolean isPublicObject(WireRequest head) {
        return (head.header("authorization") == null
                        || SignatureVersion2.keyId(head).isPresent())
                && head.header("x-amz-target") == null
                && !UnsignedService.isOwn(head)
                && !UnsignedService.isJsonCall(head)
                && upstreams.has("s3");
    }
}

package io.vpclocal.gateway.forward;

import io.vpclocal.gateway.action.KnownService;
import io.vpclocal.gateway.place.PlaceConnection;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.web.BodyFilter;
import io.vpclocal.upstream.Upstreams;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the requests of services that are not emulated here out of the emulator's one port; all others pass. It comes after
 * the filters that refuse foreign pages and count requests, and before anything that reads a body.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class FrontDoor extends OncePerRequestFilter {

    /** Paths of the emulator's own; a bucket of such a name is reached by signed requests. */
    private static final Pattern OWN = Pattern.compile(
            "/|/(?:ec2|iam|sts|logs)/[^/]*|/(?:console/|swagger-ui|v3/api-docs|webjars|error|favicon).*");

    private final ForwardedCalls calls;
    private final InsideCalls inside;
    private final Upstreams upstreams;
    private final Ids ids;
    private final Clock clock;

    FrontDoor(ForwardedCalls calls, InsideCalls inside, Upstreams upstreams, Ids ids, Clock clock) {
        this.calls = calls;
        this.inside = inside;
        this.upstreams = upstreams;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/_vpclocal/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        WireRequest head = WireRequest.of(request, new byte[0]);
        Addressee addressee = Addressee.of(head);
        Optional<KnownService> service = addressee.service();
        if (service.isEmpty() && !addressee.signed() && isPublicObject(head)) {
            service = Optional.of(KnownService.s3());
        }
        Optional<PlaceConnection> place = inside.placeOf(request);
        if (place.isPresent()) {
            inside.handle(place.get(), head, addressee, service.orElse(null), request, response, (origin, counted) -> {
                if (origin.known() == null) {
                    // Where the call comes from is known on this thread alone.
                    request.setAttribute(BodyFilter.ON_ONE_THREAD, true);
                    chain.doFilter(request, counted);
                } else {
                    forward(origin.known(), head, request, counted, origin.origin(), addressee);
                }
            });
        } else if (service.isPresent()) {
            forward(service.get(), head, request, response, Origin.OUTSIDE, addressee);
        } else {
            chain.doFilter(request, response);
        }
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

    /** A request without a signature for a path that is not the emulator's can only mean an object that is public. */
    private boolean isPublicObject(WireRequest head) {
        return (head.header("authorization") == null
                        || SignatureVersion2.keyId(head).isPresent())
                && head.header("x-amz-target") == null
                && !OWN.matcher(head.path()).matches()
                && upstreams.has("s3");
    }
}

package io.vpclocal.control;

import io.vpclocal.protocol.Authenticator;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.ReceivedRequest;
import io.vpclocal.protocol.WireRequest;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Controls access to {@code /_vpclocal}: everyone while open root keys are on, root users otherwise, nobody if the
 * control API is switched off. Health needs no credentials, because container engines ask for it without any.
 */
@Component
@Order(0)
class AccessFilter extends OncePerRequestFilter {

    private static final Pattern SERVICE = Pattern.compile("Credential=[^/\\s]+/\\d{8}/[^/\\s]*/([^/\\s]+)/");

    private final boolean enabled;
    private final boolean open;
    private final DataSize maxSigned;
    private final Authenticator authenticator;

    AccessFilter(
            ControlProperties properties,
            @Value("${vpclocal.identity.open-root-keys:true}") boolean open,
            @Value("${vpclocal.protocol.max-body-size:4MB}") DataSize maxSigned,
            Authenticator authenticator) {
        this.enabled = properties.enabled();
        this.open = open;
        this.maxSigned = maxSigned;
        this.authenticator = authenticator;
    }

    /** Requests are dispatched again when their body has arrived. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // The servlet path is decoded and normalized, like the path that selects the controller.
        String path = request.getServletPath();
        return !path.startsWith("/_vpclocal/") || path.equals("/_vpclocal/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest admitted;
        try {
            admitted = admit(request);
        } catch (AwsException refusal) {
            ErrorBody.write(response, refusal);
            return;
        }
        chain.doFilter(admitted, response);
    }

    private HttpServletRequest admit(HttpServletRequest request) throws IOException {
        if (!enabled) {
            throw ControlErrors.switchedOff();
        }
        if (open) {
            return request;
        }
        String credentials = Objects.requireNonNullElse(request.getHeader("Authorization"), "");
        if (credentials.regionMatches(true, 0, "Basic ", 0, 6)) {
            requireRoot(WireRequest.of(request, new byte[0]), AwsService.STS);
            return request;
        }
        // A signature covers the body, so the body is read before the caller is authorized.
        int limit = (int) maxSigned.toBytes();
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw CommonErrors.bodyTooLarge(limit);
        }
        Matcher service = SERVICE.matcher(credentials);
        requireRoot(
                WireRequest.of(request, body),
                service.find() ? AwsService.bySigningName(service.group(1)).orElse(AwsService.STS) : AwsService.STS);
        return new ReceivedRequest(request, body);
    }

    private void requireRoot(WireRequest request, AwsService service) {
        if (!authenticator.authenticate(request, service, null).caller().root()) {
            throw ControlErrors.rootRequired();
        }
    }
}

package io.vpclocal.protocol;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The one HTTP door of all AWS services: the root path, and for people {@code /{service}/{Action}}. */
// Made at the start, with all it needs: every call passes it.
@Lazy(false)
@Hidden
@RestController
class WireController {

    private final Dispatcher dispatcher;
    private final long maxBody;

    WireController(Dispatcher dispatcher, ProtocolProperties properties) {
        this.dispatcher = dispatcher;
        this.maxBody = properties.maxBodySize().toBytes();
    }

    @RequestMapping(
            path = {"/", "/{service:ec2|iam|sts|logs}/{action}"},
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<byte[]> handle(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes((int) Math.min(maxBody + 1, Integer.MAX_VALUE));
        if (body.length > maxBody) {
            return toHttp(dispatcher.refuse(WireRequest.of(request, new byte[0]), CommonErrors.bodyTooLarge(maxBody)));
        }
        return toHttp(dispatcher.handle(WireRequest.of(request, body)));
    }

    static ResponseEntity<byte[]> toHttp(WireResponse response) {
        return ResponseEntity.status(response.status())
                .header(HttpHeaders.CONTENT_TYPE, response.contentType())
                .header("x-amzn-RequestId", response.requestId())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache, no-store")
                .body(response.body());
    }
}

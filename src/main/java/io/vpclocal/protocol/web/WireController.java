package io.vpclocal.protocol.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.vpclocal.protocol.WireResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The alias paths {@code /{service}/{Action}}. They behave as {@link WireServlet} does. */
@Hidden
@RestController
class WireController {

    private final WireServlet servlet;

    WireController(WireServlet servlet) {
        this.servlet = servlet;
    }

    @RequestMapping(
            path = "/{service:ec2|iam|sts|logs|elasticloadbalancing}/{action}",
            method = {RequestMethod.GET, RequestMethod.POST})
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        servlet.answer(request, response);
    }

    static ResponseEntity<byte[]> toHttp(WireResponse response) {
        return ResponseEntity.status(response.status())
                .header(HttpHeaders.CONTENT_TYPE, response.contentType())
                .header("x-amzn-RequestId", response.requestId())
                .header(HttpHeaders.CACHE_CONTROL, "no-cache, no-store")
                .body(response.body());
    }
}

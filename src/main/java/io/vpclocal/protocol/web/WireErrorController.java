package io.vpclocal.protocol.web;

import io.swagger.v3.oas.annotations.Hidden;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.IndentedJson;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.dispatch.Dispatcher;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Returns HTTP errors, such as an unknown path or a wrong method, as AWS errors. Below {@code /_vpclocal} they are JSON
 * errors of the control API.
 */
@Hidden
@RestController
class WireErrorController implements ErrorController {

    private final Dispatcher dispatcher;

    WireErrorController(Dispatcher dispatcher) {
        this.dispatcher = dispatcher;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = given instanceof Integer code ? code : 404;
        if (status == HttpServletResponse.SC_NOT_IMPLEMENTED) {
            // A method that HTTP does not define is refused as any other method.
            status = HttpServletResponse.SC_METHOD_NOT_ALLOWED;
        }
        // Tomcat forwards to this page with GET. The original method is in an attribute.
        Object sent = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        String method = sent instanceof String name ? name : request.getMethod();
        Object path = Objects.requireNonNullElse(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
        AwsException error = status >= 500
                ? CommonErrors.internalFailure()
                : new AwsException("InvalidAction", method + " " + path + " does not exist in this service.", status);
        if (String.valueOf(path).startsWith("/_")) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(IndentedJson.write(Map.of("code", error.code(), "message", error.text())));
        }
        WireRequest sentThere = WireRequest.of(request, new byte[0]);
        WireRequest wire = new WireRequest(
                method, String.valueOf(path), "", sentThere.headers(), new byte[0], request.getRemoteAddr(), false);
        return WireController.toHttp(dispatcher.refuse(wire, error));
    }
}

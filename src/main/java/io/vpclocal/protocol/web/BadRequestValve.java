package io.vpclocal.protocol.web;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.codec.XmlWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers invalid HTTP requests, which do not reach a controller, with an AWS error instead of an HTML page. */
public class BadRequestValve extends ErrorReportValve {

    /** A method or transfer coding, and a version of HTTP, that Tomcat does not know. */
    private static final Set<Integer> OF_REQUESTS =
            Set.of(HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        int status = response.getStatus();
        AwsException error = status < 500 || OF_REQUESTS.contains(status)
                ? CommonErrors.invalidHttp(status)
                : CommonErrors.internalFailure();
        byte[] body = XmlWriter.error(AwsService.EC2, error, request.getRequestId());
        response.setContentType("text/xml;charset=UTF-8");
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException("The client went away", e);
        }
    }
}

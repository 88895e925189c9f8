package io.vpclocal.protocol.web;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.codec.XmlWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers invalid HTTP requests, which do not reach a controller, with an AWS error instead of an HTML page. */
final class BadRequestValve extends ErrorReportValve {

    private static final Pattern S3_HOST = Pattern.compile("(?i)(?:.*\\.)?s3[.-].*");
    private static final Pattern S3_SCOPE = Pattern.compile("/s3/aws4_request");
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})|%00");
    /** A method or transfer coding, and a version of HTTP, that Tomcat does not know. */
    private static final Set<Integer> OF_REQUESTS =
            Set.of(HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

    private final Ids ids;

    BadRequestValve(Ids ids) {
        this.ids = ids;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        int status = response.getStatus();
        AwsException error = status < 500 || OF_REQUESTS.contains(status)
                ? CommonErrors.invalidHttp(status)
                : CommonErrors.internalFailure();
        boolean s3 = isForS3(request);
        String requestId = ids.uuid();
        byte[] body = s3 ? s3(request, status, requestId) : XmlWriter.error(AwsService.EC2, error, requestId);
        response.setHeader("x-amzn-RequestId", requestId);
        response.setContentType(s3 ? "application/xml" : "text/xml;charset=UTF-8");
        response.setContentLength(body.length);
        write(response, body);
    }

    /** Amazon S3 has answers of its own (recorded; which of the two for an invalid escape is our guess). */
    private static byte[] s3(Request request, int status, String requestId) {
        String path = Objects.requireNonNullElse(request.getRequestURI(), "");
        String error;
        if (BAD_ESCAPE.matcher(path).find()) {
            error = "<Code>InvalidURI</Code><Message>Couldn't parse the specified URI.</Message>";
        } else if (status == 501) {
            error = "<Code>NotImplemented</Code><Message>A header you provided implies functionality that is not"
                    + " implemented</Message>";
        } else {
            error = "<Code>BadRequest</Code><Message>An error occurred when parsing the HTTP request.</Message>";
        }
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>" + error + "<RequestId>" + requestId
                        + "</RequestId></Error>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isForS3(Request request) {
        return S3_HOST.matcher(Objects.requireNonNullElse(request.getHeader("Host"), ""))
                        .matches()
                || S3_SCOPE.matcher(Objects.requireNonNullElse(request.getHeader("Authorization"), ""))
                        .find();
    }

    private static void write(Response response, byte[] body) {
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException("The client went away", e);
        }
    }
}

package io.vpclocal.protocol.web;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.IndentedJson;
import io.vpclocal.protocol.WireProtocol;
import io.vpclocal.protocol.codec.JsonWriter;
import io.vpclocal.protocol.codec.XmlWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers invalid HTTP requests, which do not reach a controller, with an AWS error instead of an HTML page. */
final class BadRequestValve extends ErrorReportValve {

    private static final Pattern S3_HOST = Pattern.compile("(?i)(?:.*\\.)?s3[.-].*");
    private static final Pattern SCOPE = Pattern.compile("/([^/\\s]+)/aws4_request");
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
        String requestId = ids.uuid();
        response.setHeader("x-amzn-RequestId", requestId);
        if (isForS3(request)) {
            write(response, "application/xml", s3(request, status, requestId));
        } else if (text(request.getRequestURI()).startsWith("/_")) {
            write(
                    response,
                    "application/json",
                    IndentedJson.write(Map.of("code", error.code(), "message", error.text())));
        } else if (request.getHeader("X-Amz-Target") != null) {
            write(response, "application/x-amz-json-1.1", JsonWriter.error(error));
        } else {
            write(response, "text/xml;charset=UTF-8", XmlWriter.error(service(request), error, requestId));
        }
    }

    /** The query service of the signature; EC2 if the request has none, or if its head was not read. */
    private static AwsService service(Request request) {
        Matcher scope = SCOPE.matcher(text(request.getHeader("Authorization")));
        return (scope.find() ? AwsService.bySigningName(scope.group(1)) : Optional.<AwsService>empty())
                .filter(service -> service.protocol() != WireProtocol.JSON)
                .orElse(AwsService.EC2);
    }

    /** Amazon S3 has answers of its own (recorded; which of the two for an invalid escape is our guess). */
    private static byte[] s3(Request request, int status, String requestId) {
        String path = text(request.getRequestURI());
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
        Matcher scope = SCOPE.matcher(text(request.getHeader("Authorization")));
        return S3_HOST.matcher(text(request.getHeader("Host"))).matches()
                || scope.find() && scope.group(1).equals("s3");
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static void write(Response response, String type, byte[] body) {
        response.setContentType(type);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            throw new UncheckedIOException("The client went away", e);
        }
    }
}

package io.vpclocal.control;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.IndentedJson;
import io.vpclocal.protocol.PlainText;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** An error of the emulator's own API. */
record ErrorBody(String code, String message) implements PlainText {

    static ErrorBody of(AwsException error) {
        return new ErrorBody(error.code(), error.text());
    }

    @Override
    public String plainText() {
        return code + ": " + message + "\n";
    }

    /** Answers a request before it reaches a controller. */
    static void write(HttpServletResponse response, AwsException error) throws IOException {
        response.setStatus(error.status());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream().write(IndentedJson.write(of(error)));
    }
}

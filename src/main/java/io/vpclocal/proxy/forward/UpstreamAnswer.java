package io.vpclocal.proxy.forward;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;

/** Forwards an upstream's answer while it arrives. */
final class UpstreamAnswer {

    private static final Set<String> OF_CONNECTION = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "content-length");

    /** The upstream stopped in the middle of its answer. */
    static final class BrokenException extends IOException {

        private static final long serialVersionUID = 1L;

        BrokenException(IOException cause) {
            super("The upstream ended its answer too early", cause);
        }
    }

    private UpstreamAnswer() {}

    static void head(HttpResponse<?> answer, HttpServletResponse response, String requestId) {
        response.setStatus(answer.statusCode());
        answer.headers().map().forEach((name, values) -> {
            if (!name.startsWith(":") && !OF_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
        answer.headers().firstValueAsLong("content-length").ifPresent(response::setContentLengthLong);
        response.setHeader("x-vpclocal-request-id", requestId);
    }

    /** @throws BrokenException if the upstream failed; another IOException if the client did */
    static void body(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (int count = read(from, buffer); count >= 0; count = read(from, buffer)) {
            to.write(buffer, 0, count);
            if (from.available() == 0) {
                to.flush();
            }
        }
    }

    /** @throws BrokenException if the upstream failed */
    static byte[] whole(InputStream from) throws IOException {
        try {
            return from.readAllBytes();
        } catch (IOException e) {
            throw new BrokenException(e);
        }
    }

    private static int read(InputStream from, byte[] buffer) throws IOException {
        try {
            return from.read(buffer);
        } catch (IOException e) {
            throw new BrokenException(e);
        }
    }
}

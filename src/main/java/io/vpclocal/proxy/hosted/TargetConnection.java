package io.vpclocal.proxy.hosted;

import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One HTTP/1.1 exchange with a target. It keeps the Host header of the request, which the JDK's HTTP clients do not
 * allow. The headers of the client's connection to the emulator are left out.
 */
final class TargetConnection implements Closeable {

    /** An NLB forgets a connection without traffic after 350 s (User Guide for Network Load Balancers, "Idle timeout"). */
    private static final int IDLE_MILLIS = 350_000;

    private static final int BUFFER = 64 * 1024;
    private static final Set<String> OF_CONNECTION = Set.of(
            "connection",
            "expect",
            "http2-settings",
            "keep-alive",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    TargetConnection(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(IDLE_MILLIS);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    /** Sends bytes before the first request, such as a proxy protocol header. */
    void begin(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    /** Sends a request, with its body while it arrives. */
    void send(HttpServletRequest request) throws IOException {
        boolean chunked = request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null;
        StringBuilder head = new StringBuilder(request.getMethod()).append(' ').append(request.getRequestURI());
        if (request.getQueryString() != null) {
            head.append('?').append(request.getQueryString());
        }
        head.append(" HTTP/1.1\r\n");
        for (String name : Collections.list(request.getHeaderNames())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!OF_CONNECTION.contains(lower) && !(chunked && lower.equals("content-length"))) {
                for (String value : Collections.list(request.getHeaders(name))) {
                    head.append(name).append(": ").append(value).append("\r\n");
                }
            }
        }
        head.append(chunked ? "Transfer-Encoding: chunked\r\n" : "").append("Connection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        if (chunked || request.getContentLengthLong() > 0) {
            out.flush();
            body(request.getInputStream(), chunked);
        }
        out.flush();
    }

    private void body(InputStream from, boolean chunked) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            if (chunked && count > 0) {
                out.write((Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            out.write(buffer, 0, count);
            if (chunked && count > 0) {
                out.write(new byte[] {'\r', '\n'});
            }
            if (from.available() == 0) {
                out.flush();
            }
        }
        if (chunked) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Reads the head of the answer and skips interim answers. */
    TargetAnswer receive(String method) throws IOException {
        TargetAnswer answer = TargetAnswer.read(in, method);
        while (answer.interim()) {
            answer = TargetAnswer.read(in, method);
        }
        return answer;
    }

    /** The headers for the client. */
    static List<String[]> passed(TargetAnswer answer) {
        return answer.headers().stream()
                .filter(header -> !OF_CONNECTION.contains(header[0].toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

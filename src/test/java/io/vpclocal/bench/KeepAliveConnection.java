package io.vpclocal.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One HTTP/1.1 connection on a blocking socket: the client uses as little processor time as possible. */
final class KeepAliveConnection implements AutoCloseable {

    private final URI endpoint;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private @Nullable Socket socket;

    KeepAliveConnection(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** Sends a whole request and reads the answer to its end. */
    void send(byte[] request) throws IOException {
        exchange(request, false);
    }

    /** The same; returns the body. */
    String call(byte[] request) throws IOException {
        return exchange(request, true);
    }

    private String exchange(byte[] request, boolean keepBody) throws IOException {
        Socket open = open();
        open.getOutputStream().write(request);
        InputStream in = open.getInputStream();
        String statusLine = line(in);
        int status = Integer.parseInt(statusLine.substring(9, 12));
        boolean last = statusLine.startsWith("HTTP/1.0");
        boolean chunked = false;
        long length = -1;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(15).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = header.contains("chunked");
            } else if (header.startsWith("connection:")) {
                last = header.contains("close");
            }
        }
        ByteArrayOutputStream body = keepBody || status != 200 ? new ByteArrayOutputStream() : null;
        if (chunked) {
            chunks(in, body);
        } else if (length >= 0) {
            bytes(in, length, body);
        } else {
            untilEnd(in, body);
            last = true;
        }
        if (last) {
            close();
        }
        String text = body == null ? "" : body.toString(StandardCharsets.UTF_8);
        if (status != 200) {
            throw new IllegalStateException(
                    "HTTP " + status + " to " + new String(request, StandardCharsets.UTF_8) + "\n" + text);
        }
        return text;
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket(endpoint.getHost(), endpoint.getPort() < 0 ? 80 : endpoint.getPort());
            open.setTcpNoDelay(true);
            socket = open;
            position = 0;
            limit = 0;
        }
        return open;
    }

    private void chunks(InputStream in, @Nullable ByteArrayOutputStream body) throws IOException {
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            bytes(in, size, body);
            line(in);
        }
        while (!line(in).isEmpty()) {
            // A trailer field.
        }
    }

    private int chunkSize(InputStream in) throws IOException {
        String line = line(in);
        int extension = line.indexOf(';');
        return Integer.parseInt((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
    }

    private void bytes(InputStream in, long length, @Nullable ByteArrayOutputStream body) throws IOException {
        for (long left = length; left > 0; ) {
            if (position == limit && !fill(in)) {
                throw new EOFException("The server closed the connection within a body");
            }
            int part = (int) Math.min(left, limit - position);
            if (body != null) {
                body.write(buffer, position, part);
            }
            position += part;
            left -= part;
        }
    }

    private void untilEnd(InputStream in, @Nullable ByteArrayOutputStream body) throws IOException {
        while (position < limit || fill(in)) {
            if (body != null) {
                body.write(buffer, position, limit - position);
            }
            position = limit;
        }
    }

    private String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        while (true) {
            if (position == limit && !fill(in)) {
                throw new EOFException("The server closed the connection before it answered");
            }
            char c = (char) (buffer[position++] & 0xff);
            if (c == '\n') {
                return line.toString();
            }
            if (c != '\r') {
                line.append(c);
            }
        }
    }

    private boolean fill(InputStream in) throws IOException {
        position = 0;
        limit = Math.max(0, in.read(buffer));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}

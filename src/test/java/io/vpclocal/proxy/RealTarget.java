package io.vpclocal.proxy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A program that takes the place of a target: it answers in the way that the path names, and records what it got. */
final class RealTarget implements AutoCloseable {

    private static final int PROXY_HEADER = 16;

    private final ServerSocket server;
    private final boolean readsProxyHeader;
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final List<byte[]> proxyHeaders = new CopyOnWriteArrayList<>();

    RealTarget() {
        this(false);
    }

    RealTarget(boolean readsProxyHeader) {
        this.readsProxyHeader = readsProxyHeader;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Request lines and headers of all requests. */
    List<String> heads() {
        return heads;
    }

    List<byte[]> proxyHeaders() {
        return proxyHeaders;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                // Closed by the test.
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            if (readsProxyHeader) {
                byte[] head = in.readNBytes(PROXY_HEADER);
                byte[] rest = in.readNBytes((head[14] & 0xFF) << 8 | head[15] & 0xFF);
                ByteArrayOutputStream whole = new ByteArrayOutputStream();
                whole.writeBytes(head);
                whole.writeBytes(rest);
                proxyHeaders.add(whole.toByteArray());
            }
            String head = head(in);
            heads.add(head);
            answer(head.split(" ", 3)[1], head, in, client.getOutputStream());
        } catch (IOException e) {
            // The test looks at what the other side saw.
            return;
        }
    }

    private static void answer(String path, String head, InputStream in, OutputStream out) throws IOException {
        switch (path) {
            case "/length" -> write(out, "HTTP/1.1 201 Made\r\nX-Own: 1\r\nX-Own: 2\r\nContent-Length: 5\r\n\r\nhello");
            case "/chunks" ->
                write(
                        out,
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nX-T: 1\r\n\r\n");
            case "/close" -> write(out, "HTTP/1.0 200 OK\r\n\r\nhello");
            case "/interim" ->
                write(
                        out,
                        "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello");
            case "/empty" -> write(out, "HTTP/1.1 204 No Content\r\n\r\n");
            case "/early" -> write(out, "HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno");
            case "/part" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhello");
            case "/nothing", "/ssh" -> write(out, path.equals("/ssh") ? "SSH-2.0-x\r\n" : "");
            default -> echo(head, in, out);
        }
    }

    private static void echo(String head, InputStream in, OutputStream out) throws IOException {
        byte[] body = body(head, in);
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length + "\r\n\r\n");
        out.write(body);
        out.flush();
    }

    private static byte[] body(String head, InputStream in) throws IOException {
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.contains("\r\ntransfer-encoding: chunked\r\n")) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (int size = size(in); size > 0; size = size(in)) {
                all.writeBytes(in.readNBytes(size));
                in.readNBytes(2);
            }
            return all.toByteArray();
        }
        int at = lower.indexOf("\r\ncontent-length: ");
        return at < 0
                ? new byte[0]
                : in.readNBytes(Integer.parseInt(lower.substring(at + 18, lower.indexOf("\r\n", at + 2))));
    }

    private static int size(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("No request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "real-target");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

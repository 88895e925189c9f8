package io.vpclocal.proxy.caller;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port of a caller, on loopback. It forwards connections to the emulator's own port, which reads HTTP. Of a connection
 * it reads only the head of a CONNECT request. After the head, the connection carries ordinary requests, or any bytes for a
 * hosted service.
 */
final class CallerPort implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(CallerPort.class);
    private static final String CONNECT = "CONNECT ";
    private static final int LONGEST_HEAD = 16 * 1024;
    private static final Pattern AUTHORITY = Pattern.compile("[^/\\s]+:\\d{1,5}");
    private static final byte[] REFUSED = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ESTABLISHED =
            "HTTP/1.1 200 Connection Established\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final InetSocketAddress emulator;
    private final ExecutorService threads;
    private final Tunnels tunnels;
    private final Map<Integer, CallerConnection> connections = new ConcurrentHashMap<>();
    private final Set<Socket> tunnelled = ConcurrentHashMap.newKeySet();

    CallerPort(InetSocketAddress emulator, ExecutorService threads, Tunnels tunnels) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.emulator = emulator;
        this.threads = threads;
        this.tunnels = tunnels;
    }

    int port() {
        return server.getLocalPort();
    }

    void start(VpcCaller caller) {
        threads.execute(() -> accept(caller));
    }

    /** @param port the local port of the connection to the emulator */
    @Nullable
    CallerConnection connection(int port) {
        return connections.get(port);
    }

    private void accept(VpcCaller caller) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(caller, client));
            } catch (IOException e) {
                LOG.debug("The port of {} was closed", caller.id(), e);
            }
        }
    }

    private void serve(VpcCaller caller, Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            PushbackInputStream requests = new PushbackInputStream(client.getInputStream(), CONNECT.length());
            if (begins(requests)) {
                String authority = authority(requests);
                if (!AUTHORITY.matcher(authority).matches()) {
                    client.getOutputStream().write(REFUSED);
                    return;
                }
                if (tunnel(caller, client, requests, authority)) {
                    return;
                }
                client.getOutputStream().write(ESTABLISHED);
            }
            passOn(caller, client, requests);
        } catch (IOException e) {
            LOG.debug("A connection to {} failed", caller.id(), e);
        }
    }

    private boolean tunnel(VpcCaller caller, Socket client, InputStream requests, String authority) throws IOException {
        tunnelled.add(client);
        try {
            return tunnels.carry(caller, client, requests, authority);
        } finally {
            tunnelled.remove(client);
        }
    }

    private void passOn(VpcCaller caller, Socket client, InputStream requests) throws IOException {
        try (Socket towards = new Socket()) {
            towards.setTcpNoDelay(true);
            towards.connect(emulator);
            CallerConnection connection = new CallerConnection(caller, client, towards);
            int port = towards.getLocalPort();
            connections.put(port, connection);
            try {
                threads.execute(() -> connection.passRequests(requests));
                connection.passAnswers();
            } finally {
                connections.remove(port);
            }
        }
    }

    /** Whether the client begins with CONNECT. If not, the bytes are pushed back. */
    private static boolean begins(PushbackInputStream requests) throws IOException {
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        while (seen.size() < CONNECT.length()) {
            int next = requests.read();
            if (next < 0) {
                break;
            }
            seen.write(next);
            if (next != CONNECT.charAt(seen.size() - 1)) {
                break;
            }
        }
        boolean connect = seen.toString(StandardCharsets.ISO_8859_1).equals(CONNECT);
        if (!connect) {
            requests.unread(seen.toByteArray());
        }
        return connect;
    }

    /** Reads the rest of the head of a CONNECT request, which begins with a name and a port. */
    private static String authority(InputStream requests) throws IOException {
        StringBuilder head = new StringBuilder();
        int newlines = 0;
        while (newlines < 2) {
            int next = requests.read();
            if (next < 0 || head.length() == LONGEST_HEAD) {
                throw new IOException("The head of a CONNECT request has no end");
            }
            head.append((char) next);
            newlines = next == '\n' ? newlines + 1 : next == '\r' ? newlines : 0;
        }
        return head.toString().split("\\s", 2)[0];
    }

    @Override
    public void close() throws IOException {
        server.close();
        connections.values().forEach(CallerConnection::close);
        for (Socket socket : tunnelled) {
            socket.close();
        }
    }
}

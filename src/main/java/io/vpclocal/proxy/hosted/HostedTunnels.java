package io.vpclocal.proxy.hosted;

import io.vpclocal.protocol.WireRequest;
import io.vpclocal.proxy.caller.Tunnels;
import io.vpclocal.proxy.caller.VpcCaller;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** CONNECT to a hosted service: the connection carries any bytes, such as TLS, to the target. */
@Component
class HostedTunnels implements Tunnels {

    private static final Logger LOG = LoggerFactory.getLogger(HostedTunnels.class);
    private static final int BUFFER = 32 * 1024;

    private final HostedCalls calls;
    private final HostedCallLog log;
    private final Duration connectTimeout;
    private final Duration silence;

    HostedTunnels(
            HostedCalls calls,
            HostedCallLog log,
            @Value("${vpclocal.gateway.connect-timeout:3s}") Duration connectTimeout,
            @Value("${vpclocal.gateway.silence:60s}") Duration silence) {
        this.calls = calls;
        this.log = log;
        this.connectTimeout = connectTimeout;
        this.silence = silence;
    }

    @Override
    public boolean carry(VpcCaller caller, Socket client, InputStream requests, String authority) throws IOException {
        if (calls.endpoint(caller, authority).isEmpty()) {
            return false;
        }
        Optional<HostedCall> open = calls.open(caller, client.getPort(), authority);
        if (open.isEmpty()) {
            answer(
                    client,
                    "502 Bad Gateway",
                    "The name " + authority + " does not resolve in the VPC of " + caller.id() + ".\n");
            return true;
        }
        HostedCall call = open.get();
        WireRequest head = new WireRequest("CONNECT", authority, "", Map.of(), new byte[0], "127.0.0.1", false);
        if (call.blocked() != null) {
            waitForTheEnd(client);
        } else if (call.address() == null) {
            calls.refused(call);
            answer(client, "502 Bad Gateway", call.nothingThere() + "\n");
            log.write(call, head, "502", call.nothingThere());
        } else {
            carry(call, head, client, requests);
        }
        return true;
    }

    private void carry(HostedCall call, WireRequest head, Socket client, InputStream requests) throws IOException {
        Socket target;
        try {
            target = Objects.requireNonNull(call.address()).connect(connectTimeout);
        } catch (IOException e) {
            LOG.info("{} ({})", call.nothingThere(), e.getMessage());
            calls.refused(call);
            log.write(call, head, "-", call.nothingThere());
            return;
        }
        AtomicLong sent = new AtomicLong();
        AtomicLong received = new AtomicLong();
        try (target) {
            if (call.target().proxyProtocol()) {
                target.getOutputStream()
                        .write(ProxyProtocol.header(
                                call.way(),
                                call.target(),
                                client.getPort(),
                                call.connection().port()));
            }
            answer(client, "200 Connection Established", "");
            Thread answers = new Thread(() -> pass(target, client, received), "tunnel");
            answers.setDaemon(true);
            answers.start();
            pass(requests, client, target, sent);
            answers.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            calls.finished(call, sent.get(), received.get());
            log.write(call, head, "200", null);
        }
    }

    private static void pass(Socket from, Socket to, AtomicLong count) {
        try {
            pass(from.getInputStream(), from, to, count);
        } catch (IOException e) {
            LOG.debug("A tunnel was closed", e);
        }
    }

    /** Forwards bytes until one side closes, then closes the other. */
    private static void pass(InputStream bytes, Socket from, Socket to, AtomicLong count) {
        try {
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                out.write(buffer, 0, read);
                count.addAndGet(read);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            LOG.debug("A tunnel was closed", e);
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A tunnel was closed already", e);
        }
    }

    /** Sends no answer until the client closes or the time of silence ends. */
    private void waitForTheEnd(Socket client) throws IOException {
        long end = System.nanoTime() + silence.toNanos();
        byte[] ignored = new byte[BUFFER];
        try {
            for (long left = silence.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                client.setSoTimeout((int) left);
                if (client.getInputStream().read(ignored) < 0) {
                    return;
                }
            }
        } catch (SocketTimeoutException e) {
            LOG.debug("A silent connection is closed", e);
        }
    }

    private static void answer(Socket client, String status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + "\r\n"
                + (body.length == 0
                        ? ""
                        : "Content-Type: text/plain;charset=UTF-8\r\nContent-Length: " + body.length
                                + "\r\nConnection: close\r\n")
                + "\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().write(body);
    }
}

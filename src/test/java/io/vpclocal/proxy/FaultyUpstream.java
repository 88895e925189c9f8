package io.vpclocal.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;

/** An upstream that fails on purpose. */
final class FaultyUpstream {

    private final ServerSocket server;
    private final CopyOnWriteArrayList<Socket> silent = new CopyOnWriteArrayList<>();

    FaultyUpstream() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::accept, "faulty-upstream");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> serve(socket), "faulty-answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket socket) {
        try {
            StringBuilder request = new StringBuilder();
            while (request.indexOf("}") < 0) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return;
                }
                request.append((char) next);
            }
            String text = request.toString();
            if (text.contains("silent")) {
                silent.add(socket);
            } else if (text.contains("drops")) {
                socket.close();
            } else {
                int sent = text.contains("long") ? 200_000 : 5;
                socket.getOutputStream()
                        .write(("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + "x".repeat(sent))
                                .getBytes(StandardCharsets.US_ASCII));
                if (text.contains("stalls")) {
                    silent.add(socket);
                    return;
                }
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

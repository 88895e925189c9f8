package io.vpclocal.proxy.hosted;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A loopback address where a program acts as a target.
 *
 * @param host {@code localhost}, or a loopback address
 */
record RealAddress(String host, int port) {

    /** Other names are refused, because DNS could change where they lead. */
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** Reads {@code http://127.0.0.1:8080}; empty for any other URL, and for other machines. */
    static Optional<RealAddress> parse(String url) {
        try {
            URI uri = new URI(url.strip());
            String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
            boolean plain = "http".equals(uri.getScheme())
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
            boolean here = LOOPBACK.matcher(host).matches() && uri.getPort() > 0 && uri.getPort() <= 65_535;
            return plain && here ? Optional.of(new RealAddress(host, uri.getPort())) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    String url() {
        return "http://" + host + ":" + port;
    }

    /** Connects to the first loopback address of the host that accepts. */
    Socket connect(Duration timeout) throws IOException {
        IOException last = new IOException(host + " is not a loopback address");
        for (InetAddress address : InetAddress.getAllByName(host)) {
            if (!address.isLoopbackAddress()) {
                continue;
            }
            Socket socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw last;
    }
}

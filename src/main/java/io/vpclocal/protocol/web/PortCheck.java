package io.vpclocal.protocol.web;

import io.vpclocal.protocol.setting.UnusableSetting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.Objects;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Checks the port before anything else, so that a second emulator fails with a message about the port and not about the
 * first one's database.
 */
public final class PortCheck implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Set while the build generates the bean definitions, which needs no port. */
    private static final String BUILDING = "spring.aot.processing";

    private static final int LAST_PORT = 65_535;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context instanceof WebServerApplicationContext && !Boolean.getBoolean(BUILDING)) {
            Environment settings = context.getEnvironment();
            requireFree(text(settings, "server.address", "0.0.0.0"), port(settings));
        }
    }

    private static String text(Environment settings, String name, String otherwise) {
        return Objects.requireNonNullElse(UnusableSetting.text(settings, name), otherwise);
    }

    private static int port(Environment settings) {
        String text = text(settings, "server.port", "0");
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Reported below, like numbers that are negative or too large.
        }
        throw UnusableSetting.wrong("server.port", text, "a number from 0 to " + LAST_PORT);
    }

    /** @param port 0 for any */
    static void requireFree(String address, int port) {
        InetSocketAddress local = new InetSocketAddress(address, port);
        // Tomcat reads an empty address as every address.
        if (address.isBlank() || local.isUnresolved() || !isOfThisMachine(local.getAddress())) {
            throw UnusableSetting.wrong("server.address", address, "an address of this machine");
        }
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            // As Tomcat does, so that connections of a server that just ended do not block the port.
            socket.setReuseAddress(true);
            socket.bind(local);
        } catch (IOException e) {
            throw new UnusableSetting(
                    "Port " + port + " of " + address + " cannot be used (" + e.getMessage()
                            + "). Set SERVER_PORT (server.port) to a free port.",
                    e);
        }
    }

    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            throw new UnusableSetting("The addresses of this machine cannot be listed: " + e.getMessage(), e);
        }
    }
}

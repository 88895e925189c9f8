package io.vpclocal.proxy.caller;

import io.vpclocal.protocol.ResetListener;
import io.vpclocal.protocol.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The network interfaces that calls come from. Each has its own port until it is closed or reset. */
@Component
public class VpcCallers implements ResetListener, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(VpcCallers.class);
    static final int MOST = 200;

    private record Opened(VpcCaller caller, CallerPort port) {}

    private final Map<String, Opened> callers = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> daemon(work, "caller"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "caller-silence"));
    private final Duration silence;
    private final Tunnels tunnels;
    private final CallerInterfaces interfaces;

    /**
     * @param silence the time that a blocked connection stays open without an answer, {@code vpclocal.gateway.silence}
     */
    VpcCallers(
            @Value("${vpclocal.gateway.silence:60s}") Duration silence, Tunnels tunnels, CallerInterfaces interfaces) {
        this.interfaces = interfaces;
        this.tunnels = tunnels;
        this.silence = silence;
    }

    /**
     * Opens a port for an interface, or returns the open one.
     *
     * @param emulator the emulator's own port
     */
    public VpcCaller open(Scope scope, String networkInterfaceId, InetSocketAddress emulator) {
        return open(scope, networkInterfaceId, emulator, false);
    }

    /**
     * Opens a port for a new interface, which is deleted with the caller.
     *
     * @param groupIds empty for the VPC's default security group
     */
    public VpcCaller openIn(Scope scope, String subnetId, List<String> groupIds, InetSocketAddress emulator) {
        String made = interfaces.create(scope, subnetId, groupIds);
        try {
            return open(scope, made, emulator, true);
        } catch (RuntimeException e) {
            interfaces.delete(scope, made);
            throw e;
        }
    }

    private synchronized VpcCaller open(
            Scope scope, String networkInterfaceId, InetSocketAddress emulator, boolean temporary) {
        Opened known = callers.get(networkInterfaceId);
        if (known != null) {
            return known.caller();
        }
        if (callers.size() >= MOST) {
            throw CallerErrors.tooMany(MOST);
        }
        try {
            CallerPort port = new CallerPort(emulator, threads, tunnels);
            VpcCaller caller = new VpcCaller(
                    networkInterfaceId,
                    scope,
                    networkInterfaceId,
                    URI.create("http://127.0.0.1:" + port.port()),
                    temporary);
            callers.put(networkInterfaceId, new Opened(caller, port));
            port.start(caller);
            return caller;
        } catch (IOException e) {
            throw new UncheckedIOException("No port can be opened", e);
        }
    }

    public List<VpcCaller> all() {
        return callers.values().stream().map(Opened::caller).toList();
    }

    /** Closes a caller's port and its connections. */
    public void close(String id) {
        Opened opened = callers.remove(id);
        if (opened == null) {
            throw CallerErrors.missing(id);
        }
        close(opened);
        deleteInterface(opened.caller());
    }

    private void deleteInterface(VpcCaller caller) {
        if (caller.temporary()) {
            interfaces.delete(caller.scope(), caller.networkInterfaceId());
        }
    }

    /** The connection of a caller that carries a request, found by its local port and not by a header. */
    public Optional<CallerConnection> connection(String remoteAddress, int remotePort) {
        if (callers.isEmpty() || !(remoteAddress.startsWith("127.") || remoteAddress.endsWith(":1"))) {
            return Optional.empty();
        }
        for (Opened opened : callers.values()) {
            @Nullable CallerConnection found = opened.port().connection(remotePort);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The network blocks the call: the client gets no answer, and its connection is closed after a while. */
    public void silence(CallerConnection connection) {
        connection.silence();
        timer.schedule(connection::close, silence.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Closes a connection whose other end is gone, without an answer. */
    public void drop(CallerConnection connection) {
        connection.silence();
        connection.close();
    }

    /** The rows of interfaces are reset too. */
    @Override
    public void reset(@Nullable String account, @Nullable String region) {
        List.copyOf(callers.values()).stream()
                .filter(opened ->
                        account == null || opened.caller().scope().account().equals(account))
                .filter(opened ->
                        region == null || opened.caller().scope().region().equals(region))
                .forEach(opened -> {
                    callers.remove(opened.caller().id());
                    close(opened);
                });
    }

    @Override
    public void destroy() {
        List.copyOf(callers.values()).forEach(opened -> {
            close(opened);
            deleteInterface(opened.caller());
        });
        threads.shutdownNow();
        timer.shutdownNow();
    }

    private static void close(Opened opened) {
        try {
            opened.port().close();
        } catch (IOException e) {
            LOG.warn("The port of {} could not be closed", opened.caller().id(), e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}

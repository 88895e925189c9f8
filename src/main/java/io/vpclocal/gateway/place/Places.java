package io.vpclocal.gateway.place;

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
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** The network interfaces that calls come from. Each has its own port until it is closed or reset. */
@Component
public class Places implements ResetListener, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);
    static final int MOST = 200;

    private record Opened(Place place, PlacePort port) {}

    private final Map<String, Opened> places = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> daemon(work, "place"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "place-silence"));
    private final Duration silence;
    private final Tunnels tunnels;
    private final CallerInterfaces interfaces;

    /**
     * @param silence the time that a blocked connection stays open without an answer, {@code vpclocal.gateway.silence}
     */
    Places(@Value("${vpclocal.gateway.silence:60s}") String silence, Tunnels tunnels, CallerInterfaces interfaces) {
        this.interfaces = interfaces;
        this.tunnels = tunnels;
        this.silence = DurationStyle.detectAndParse(silence);
    }

    /**
     * Opens a port for an interface, or returns the open one.
     *
     * @param emulator the emulator's own port
     */
    public Place open(Scope scope, String networkInterfaceId, InetSocketAddress emulator) {
        return open(scope, networkInterfaceId, emulator, false);
    }

    /**
     * Opens a port for a new interface, which is deleted with the place.
     *
     * @param groupIds empty for the VPC's default security group
     */
    public Place openIn(Scope scope, String subnetId, List<String> groupIds, InetSocketAddress emulator) {
        String made = interfaces.create(scope, subnetId, groupIds);
        try {
            return open(scope, made, emulator, true);
        } catch (RuntimeException e) {
            interfaces.delete(scope, made);
            throw e;
        }
    }

    private synchronized Place open(
            Scope scope, String networkInterfaceId, InetSocketAddress emulator, boolean temporary) {
        Opened known = places.get(networkInterfaceId);
        if (known != null) {
            return known.place();
        }
        if (places.size() >= MOST) {
            throw PlaceErrors.tooMany(MOST);
        }
        try {
            PlacePort port = new PlacePort(emulator, threads, tunnels);
            Place place = new Place(
                    networkInterfaceId,
                    scope,
                    networkInterfaceId,
                    URI.create("http://127.0.0.1:" + port.port()),
                    temporary);
            places.put(networkInterfaceId, new Opened(place, port));
            port.start(place);
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException("No port can be opened", e);
        }
    }

    public List<Place> all() {
        return places.values().stream().map(Opened::place).toList();
    }

    /** Closes a place with its connections. */
    public void close(String id) {
        Opened opened = places.remove(id);
        if (opened == null) {
            throw PlaceErrors.missing(id);
        }
        close(opened);
        deleteInterface(opened.place());
    }

    private void deleteInterface(Place place) {
        if (place.temporary()) {
            interfaces.delete(place.scope(), place.networkInterfaceId());
        }
    }

    /** The place's connection that carries a request, found by its local port and not by a header. */
    public Optional<PlaceConnection> connection(String remoteAddress, int remotePort) {
        if (places.isEmpty() || !(remoteAddress.startsWith("127.") || remoteAddress.endsWith(":1"))) {
            return Optional.empty();
        }
        for (Opened opened : places.values()) {
            @Nullable PlaceConnection found = opened.port().connection(remotePort);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The network blocks the call: the client gets no answer, and its connection is closed after a while. */
    public void silence(PlaceConnection connection) {
        connection.silence();
        timer.schedule(connection::close, silence.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Closes a connection whose other end is gone, without an answer. */
    public void drop(PlaceConnection connection) {
        connection.silence();
        connection.close();
    }

    /** The rows of interfaces are reset too. */
    @Override
    public void reset(@Nullable String account, @Nullable String region) {
        List.copyOf(places.values()).stream()
                .filter(opened ->
                        account == null || opened.place().scope().account().equals(account))
                .filter(opened ->
                        region == null || opened.place().scope().region().equals(region))
                .forEach(opened -> {
                    places.remove(opened.place().id());
                    close(opened);
                });
    }

    @Override
    public void destroy() {
        List.copyOf(places.values()).forEach(opened -> {
            close(opened);
            deleteInterface(opened.place());
        });
        threads.shutdownNow();
        timer.shutdownNow();
    }

    private static void close(Opened opened) {
        try {
            opened.port().close();
        } catch (IOException e) {
            LOG.warn("The port of {} could not be closed", opened.place().id(), e);
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}

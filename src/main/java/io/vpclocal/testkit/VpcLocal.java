package io.vpclocal.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An emulator in a separate process, listening on a free port. It does not use the libraries or settings of the tests.
 * It ends with this JVM, or, if it is {@linkplain VpcLocalTest.Reuse reused}, after ten idle minutes.
 */
public final class VpcLocal {

    private static final String REGION = "us-east-1";
    private static final long FIRST_ACCOUNT = 200_000_000_000L;
    /** The number of accounts for each JVM that shares an emulator. */
    private static final long ACCOUNTS = 1_000_000;

    private static final int CONNECT_MILLIS = 2000;
    private static final Map<Kind, VpcLocal> RUNNING = new ConcurrentHashMap<>();

    private final VpcLocalControl control;
    private final boolean othersUsedIt;
    private final AtomicLong accounts;
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Set<String> services;

    private record Kind(Map<String, String> settings, boolean reuse) {}

    /**
     * @param taker the number of this JVM among the emulator's users, from 1
     * @param othersUsedIt whether other JVMs may have left state in it
     */
    VpcLocal(int port, int taker, boolean othersUsedIt) {
        this.control = VpcLocalControl.at(URI.create("http://127.0.0.1:" + port));
        this.othersUsedIt = othersUsedIt;
        this.accounts = new AtomicLong(FIRST_ACCOUNT + ACCOUNTS * (taker - 1));
    }

    /** The emulator with default settings. The first call starts it. */
    public static VpcLocal shared() {
        return shared(Map.of());
    }

    /**
     * The emulator with these settings. The first call with them starts it.
     *
     * @param settings properties such as {@code vpclocal.quotas}
     * @throws IllegalStateException if the emulator is not on the class path, or does not start
     */
    public static VpcLocal shared(Map<String, String> settings) {
        return shared(settings, VpcLocalTest.Reuse.DEFAULT);
    }

    /**
     * The emulator with these settings. The first call with them starts it, or reuses that of an earlier test run. If
     * it has ended since, a new one is started.
     *
     * @param settings properties such as {@code vpclocal.quotas}
     * @throws IllegalStateException if it is not on the class path, or does not start
     */
    public static VpcLocal shared(Map<String, String> settings, VpcLocalTest.Reuse reuse) {
        Kind kind = new Kind(new TreeMap<>(settings), reuse.wanted(System.getenv()));
        return RUNNING.compute(
                kind,
                (key, before) ->
                        before != null && before.listens() ? before : EmulatorStarter.one(settings, key.reuse()));
    }

    /** The endpoint for AWS clients. */
    public URI endpoint() {
        return control.endpoint();
    }

    /** A client of the control API, for all accounts. */
    public VpcLocalControl control() {
        return control;
    }

    /**
     * The endpoint for AWS clients that call from a network interface or an instance of the account of the key
     * {@code test}.
     */
    public URI from(String id) {
        return control.from(id);
    }

    /** An unused account, in us-east-1. */
    public VpcLocalAccount newAccount() {
        return newAccount(REGION);
    }

    /** An unused account. */
    public VpcLocalAccount newAccount(String region) {
        String id = String.valueOf(accounts.incrementAndGet());
        made.add(id);
        return account(id, region);
    }

    /** @param id twelve digits */
    public VpcLocalAccount account(String id) {
        return account(id, REGION);
    }

    /** @param id twelve digits */
    public VpcLocalAccount account(String id, String region) {
        return new VpcLocalAccount(control, id, region);
    }

    /** Whether the account was given to tests before, in this or another JVM. */
    boolean takesAgain(String account) {
        return !used.add(account) || (othersUsedIt && !made.contains(account));
    }

    /** Signing names of the emulated services. */
    Set<String> services() {
        Set<String> known = services;
        if (known == null) {
            known = Set.copyOf(control.health().services().keySet());
            services = known;
        }
        return known;
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(endpoint().getHost(), endpoint().getPort()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

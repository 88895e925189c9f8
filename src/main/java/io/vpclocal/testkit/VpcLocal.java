package io.vpclocal.testkit;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An emulator inside this JVM, listening on a free port. It has a class loader of its own, so it meets neither the
 * libraries nor the settings of the tests; and it keeps nothing when the JVM ends.
 */
public final class VpcLocal {

    private static final String EMULATOR = "io.vpclocal.EmbeddedEmulator";
    private static final String REGION = "us-east-1";
    private static final Map<Map<String, String>, VpcLocal> RUNNING = new ConcurrentHashMap<>();
    private static final AtomicLong ACCOUNTS = new AtomicLong(200_000_000_000L);

    private final VpcLocalControl control;
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Set<String> services;

    private VpcLocal(URI endpoint) {
        this.control = VpcLocalControl.at(endpoint);
    }

    /** The one emulator with the usual settings, which the first call starts. */
    public static VpcLocal shared() {
        return shared(Map.of());
    }

    /**
     * The one emulator with these settings, which the first call with them starts.
     *
     * @param settings properties such as {@code vpclocal.quotas}
     * @throws IllegalStateException if it is not on the class path, or does not start
     */
    public static VpcLocal shared(Map<String, String> settings) {
        return RUNNING.computeIfAbsent(new TreeMap<>(settings), VpcLocal::start);
    }

    /** Where AWS clients reach it. */
    public URI endpoint() {
        return control.endpoint();
    }

    /** The emulator's own API, for all accounts. */
    public VpcLocalControl control() {
        return control;
    }

    /** An account that nobody has used, in us-east-1. */
    public VpcLocalAccount newAccount() {
        return newAccount(REGION);
    }

    /** An account that nobody has used. */
    public VpcLocalAccount newAccount(String region) {
        return account(String.valueOf(ACCOUNTS.incrementAndGet()), region);
    }

    /** @param id twelve digits */
    public VpcLocalAccount account(String id) {
        return account(id, REGION);
    }

    /** @param id twelve digits */
    public VpcLocalAccount account(String id, String region) {
        return new VpcLocalAccount(control, id, region);
    }

    /** Whether tests were given that account before. */
    boolean takesAgain(String account) {
        return !used.add(account);
    }

    /** Signing names of what is emulated. */
    Set<String> services() {
        Set<String> known = services;
        if (known == null) {
            known = Set.copyOf(control.health().services().keySet());
            services = known;
        }
        return known;
    }

    private static VpcLocal start(Map<String, String> settings) {
        URL[] libraries = EmulatorLibraries.find();
        URLClassLoader loader = new URLClassLoader("vpc-local", libraries, ClassLoader.getPlatformClassLoader());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            IntSupplier emulator = (IntSupplier)
                    loader.loadClass(EMULATOR).getConstructor(Map.class).newInstance(settings);
            return new VpcLocal(URI.create("http://127.0.0.1:" + emulator.getAsInt()));
        } catch (InvocationTargetException e) {
            throw failure(loader, e.getCause());
        } catch (ReflectiveOperationException e) {
            throw failure(loader, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static IllegalStateException failure(URLClassLoader loader, @Nullable Throwable cause) {
        IllegalStateException failure = new IllegalStateException("The emulator does not start", cause);
        try {
            loader.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}

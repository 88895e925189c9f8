package io.vpclocal.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** The users that {@link AsUser} made. */
final class Users {

    private static final String RESOURCE = "classpath:";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Map<Key, AwsCredentials> made = new ConcurrentHashMap<>();

    private record Key(String account, AsUser user) {}

    /** Equal annotations mean the same user. */
    AwsCredentials of(VpcLocalAccount account, AsUser user) {
        return made.computeIfAbsent(new Key(account.id(), user), request -> account.user(name(user), policy(user)));
    }

    private static String name(AsUser user) {
        return user.name().isEmpty() ? "test-user-" + NAMES.incrementAndGet() : user.name();
    }

    private static @Nullable String policy(AsUser user) {
        if (user.allow().length == 0) {
            return user.policy().isEmpty() ? null : document(user.policy());
        }
        if (!user.policy().isEmpty()) {
            throw new IllegalArgumentException("@AsUser accepts either 'policy' or 'allow', not both");
        }
        return Json.write(Members.NONE
                .with("Version", "2012-10-17")
                .with(
                        "Statement",
                        List.of(Members.NONE
                                .with("Effect", "Allow")
                                .with("Action", List.of(user.allow()))
                                .with("Resource", "*")
                                .map()))
                .map());
    }

    private static String document(String policy) {
        if (!policy.startsWith(RESOURCE)) {
            return policy;
        }
        String name = policy.substring(RESOURCE.length());
        try (InputStream in = Objects.requireNonNull(Thread.currentThread().getContextClassLoader())
                .getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("Resource not found: " + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}

package io.vpclocal.testkit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The system properties that configure default SDK clients. */
final class SystemProperties {

    /** The original values; empty while the properties do not point to an emulator. */
    private static final Map<String, @Nullable String> BEFORE = new HashMap<>();

    private SystemProperties() {}

    /** The SDK's property names and values. */
    static Map<String, String> of(VpcLocalAccount account) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("aws.endpointUrl", account.endpoint().toString());
        properties.put("aws.region", account.region().id());
        properties.put("aws.accessKeyId", account.root().accessKeyId());
        properties.put("aws.secretAccessKey", account.root().secretAccessKey());
        return properties;
    }

    static void pointTo(VpcLocalAccount account) {
        synchronized (BEFORE) {
            boolean first = BEFORE.isEmpty();
            of(account).forEach((name, value) -> {
                String before = System.setProperty(name, value);
                if (first) {
                    BEFORE.put(name, before);
                }
            });
        }
    }

    static void restore() {
        synchronized (BEFORE) {
            BEFORE.forEach((name, value) -> {
                if (value == null) {
                    System.clearProperty(name);
                } else {
                    System.setProperty(name, value);
                }
            });
            BEFORE.clear();
        }
    }
}

package io.vpclocal.control;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Recognizes host names that an attacker cannot register. A web page can make its own public name resolve to 127.0.0.1
 * and then call it "same origin". It cannot do so with an address, a name without a dot, or a name below localhost.
 */
final class LocalNames {

    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.%]+]");
    private static final List<String> KNOWN = List.of(
            "*.localhost",
            "localhost.localstack.cloud",
            "*.localhost.localstack.cloud",
            // Only AWS controls their DNS, and calls of the emulated network use them.
            "*.amazonaws.com",
            "*.amazonaws.com.cn",
            "host.docker.internal",
            "host.containers.internal");

    private final List<String> configured;

    LocalNames(List<String> configured) {
        this.configured =
                configured.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    /** @param host the value of a Host header, with or without a port */
    boolean contains(String host) {
        String name = withoutPort(host.strip().toLowerCase(Locale.ROOT));
        return ADDRESS.matcher(name).matches()
                || !name.contains(".")
                || KNOWN.stream().anyMatch(pattern -> fits(pattern, name))
                || configured.stream().anyMatch(pattern -> fits(pattern, name));
    }

    private static String withoutPort(String host) {
        int bracket = host.indexOf(']');
        int colon = host.indexOf(':', Math.max(bracket, 0));
        String name = colon < 0 ? host : host.substring(0, colon);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static boolean fits(String pattern, String name) {
        if (pattern.equals("*")) {
            return true;
        }
        return pattern.startsWith("*.") ? name.endsWith(pattern.substring(1)) : name.equals(pattern);
    }
}

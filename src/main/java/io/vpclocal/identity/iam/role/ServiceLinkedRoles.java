package io.vpclocal.identity.iam.role;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The service-linked roles: their names, their managed policies, and whether a service can have several with custom
 * suffixes (recorded from AWS for 71 services; each service's documentation for the others).
 */
public final class ServiceLinkedRoles {

    private static final String FILE = "/io/vpclocal/identity/service-linked-roles.txt";
    private static final String PREFIX = "AWSServiceRoleFor";

    private ServiceLinkedRoles() {}

    /** The file is read on first use. */
    private static final class Known {

        private static final Map<String, Linked> BY_SERVICE = read();

        private static Map<String, Linked> read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(ServiceLinkedRoles.class.getResourceAsStream(FILE)),
                    StandardCharsets.UTF_8))) {
                return lines.lines()
                        .map(Linked::of)
                        .collect(Collectors.toUnmodifiableMap(Linked::service, Function.identity()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * @param policies names of managed policies under {@code /aws-service-role/}
     * @param takesSuffix true if custom suffixes are supported
     */
    public record Linked(String service, String role, List<String> policies, boolean takesSuffix) {

        private static Linked of(String line) {
            String[] fields = line.split("\t", -1);
            List<String> policies =
                    fields.length < 3 || fields[2].isEmpty() ? List.of() : List.of(fields[2].split(",", -1));
            return new Linked(fields[0], PREFIX + fields[1], policies, fields.length == 4);
        }

        /** Other services get a name of the usual form, no policy and no suffix. */
        private static Linked ofUnknown(String service) {
            String first = service.split("\\.", 2)[0];
            String capitalized = first.isEmpty() ? "" : Character.toUpperCase(first.charAt(0)) + first.substring(1);
            return new Linked(service, PREFIX + capitalized, List.of(), false);
        }

        public String name(@Nullable String suffix) {
            return suffix == null || suffix.isEmpty() ? role : role + "_" + suffix;
        }

        List<String> policyArns(String partition) {
            return policies.stream()
                    .map(name -> "arn:" + partition + ":iam::aws:policy/aws-service-role/" + name)
                    .toList();
        }

        String trustPolicy() {
            return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\""
                    + service + "\"},\"Action\":\"sts:AssumeRole\"}]}";
        }
    }

    /** The services in the file. */
    static Stream<Linked> all() {
        return Known.BY_SERVICE.values().stream();
    }

    public static Linked of(String service) {
        Linked known = Known.BY_SERVICE.get(service);
        return known == null ? Linked.ofUnknown(service) : known;
    }
}

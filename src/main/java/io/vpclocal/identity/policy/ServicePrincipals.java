package io.vpclocal.identity.policy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The AWS services that policies can name as principals. AWS publishes no list: most names are recorded from AWS, and the
 * others are the names of services that AWS has (see NOTICE.md beside the file). A name below a known one is
 * taken too, for example {@code tasks.apprunner.amazonaws.com}, and so is one with a Region, for example
 * {@code states.eu-west-1.amazonaws.com}, because a valid principal that is refused costs users more than an invalid one
 * that is taken.
 */
public final class ServicePrincipals {

    private static final String FILE = "/io/vpclocal/identity/service-principals.tsv";
    private static final Pattern NAME = Pattern.compile("([a-z0-9.-]+)\\.amazonaws\\.com(\\.cn)?");
    private static final Pattern REGION = Pattern.compile("\\.[a-z]{2,3}(-[a-z]+)+-\\d$");

    private ServicePrincipals() {}

    /** The file is read on first use. */
    private static final class Listed {

        /** By name: true if AWS takes it. */
        private static final Map<String, Boolean> TAKEN = read();

        private static Map<String, Boolean> read() {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Objects.requireNonNull(ServicePrincipals.class.getResourceAsStream(FILE)),
                    StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\t", 2))
                        .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> !row[1].equals("refused")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param principal for example {@code vpc-flow-logs.amazonaws.com} */
    public static boolean isKnown(String principal) {
        Matcher matcher = NAME.matcher(principal);
        if (!matcher.matches()) {
            return false;
        }
        String name = REGION.matcher(matcher.group(1)).replaceFirst("");
        while (true) {
            Boolean taken = Listed.TAKEN.get(name);
            int dot = name.indexOf('.');
            if (taken != null || dot < 0) {
                return taken != null && taken;
            }
            name = name.substring(dot + 1);
        }
    }
}

package io.vpclocal.endpoint.vpcendpoint;

import io.vpclocal.protocol.AwsException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DnsOptionsSpecification;

/**
 * The resource domains for which an endpoint has private DNS (EC2 API model: {@code DnsOptionsSpecification}). The
 * default is the domains that their owners have verified.
 *
 * @param preference null if private DNS is off
 * @param names the domains that the preference specifies
 */
public record PrivateDomains(@Nullable String preference, List<String> names) {

    private static final String SEPARATOR = ",";
    private static final String DEFAULT = "VERIFIED_DOMAINS_ONLY";
    private static final Set<String> WITHOUT_NAMES = Set.of("ALL_DOMAINS", DEFAULT);
    private static final Set<String> WITH_NAMES =
            Set.of("VERIFIED_DOMAINS_AND_SPECIFIED_DOMAINS", "SPECIFIED_DOMAINS_ONLY");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:\\*\\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

    /** True if a request specifies domains or a preference. */
    public static boolean in(@Nullable DnsOptionsSpecification options) {
        return options != null
                && (options.privateDnsPreference() != null
                        || !options.privateDnsSpecifiedDomains().isEmpty());
    }

    /**
     * A copy with a request's changes. A preference without domains removes the domains.
     *
     * @throws AwsException if preference and domains are not valid, or not valid together
     */
    public PrivateDomains changedBy(@Nullable DnsOptionsSpecification options) {
        if (options == null || !in(options)) {
            return preference == null ? new PrivateDomains(DEFAULT, List.of()) : this;
        }
        String chosen = options.privateDnsPreference() != null
                ? options.privateDnsPreference()
                : preference == null ? DEFAULT : preference;
        List<String> sent = options.privateDnsSpecifiedDomains();
        List<String> kept = WITH_NAMES.contains(chosen) && sent.isEmpty() ? names : sent;
        return new PrivateDomains(chosen, List.copyOf(new LinkedHashSet<>(kept))).requireValid(chosen);
    }

    private PrivateDomains requireValid(String chosen) {
        if (!WITHOUT_NAMES.contains(chosen) && !WITH_NAMES.contains(chosen)) {
            throw EndpointErrors.noSuchPreference(chosen);
        }
        if (WITH_NAMES.contains(chosen) == names.isEmpty()) {
            throw EndpointErrors.domainsDoNotFit(chosen);
        }
        if (names.size() > EndpointLimits.PRIVATE_DOMAINS) {
            throw EndpointErrors.tooManyDomains(EndpointLimits.PRIVATE_DOMAINS);
        }
        for (String name : names) {
            if (name.length() > EndpointLimits.DOMAIN
                    || !DOMAIN.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
                throw EndpointErrors.badDomain(name);
            }
        }
        return this;
    }

    /** The domains as one text, the inverse of {@link #split}. */
    String joined() {
        return String.join(SEPARATOR, names);
    }

    static List<String> split(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(SEPARATOR, -1));
    }
}

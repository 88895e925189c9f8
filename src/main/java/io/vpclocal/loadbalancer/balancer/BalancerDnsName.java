package io.vpclocal.loadbalancer.balancer;

import io.vpclocal.loadbalancer.resource.LoadBalancerType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DNS name that has the form of a load balancer's.
 *
 * @param host in lower case, without a zone or {@code dualstack.} in front
 * @param balancer the load balancer's name in lower case
 */
record BalancerDnsName(String host, String balancer, String region) {

    private static final String SUFFIX = "\\.amazonaws\\.com(?:\\.cn)?";

    private static final Pattern APPLICATION =
            Pattern.compile("(?:dualstack\\.)?((?:internal-)?(.+)-\\d+\\.([a-z0-9-]+)\\.elb" + SUFFIX + ")");

    /** Zonal names have the name of the zone in front. */
    private static final Pattern OTHER =
            Pattern.compile("(?:[a-z0-9-]+\\.)?(([^.]+)-[0-9a-f]{16}\\.elb\\.([a-z0-9-]+)" + SUFFIX + ")");

    /** Empty if no load balancer can have the name. */
    static Optional<BalancerDnsName> parse(String dnsName) {
        String name = dnsName.toLowerCase(Locale.ROOT);
        Matcher application = APPLICATION.matcher(name);
        Matcher found = application.matches() ? application : OTHER.matcher(name);
        return found.matches()
                ? Optional.of(new BalancerDnsName(found.group(1), found.group(2), found.group(3)))
                : Optional.empty();
    }

    boolean means(String dnsName) {
        return host.equals(dnsName.toLowerCase(Locale.ROOT));
    }

    /**
     * The DNS name of a load balancer. Those of Application Load Balancers have a number instead of the id, and {@code
     * internal-} in front if they are internal.
     */
    static String of(LoadBalancerEntity stored) {
        String suffix = stored.scope().partition().equals("aws-cn") ? ".amazonaws.com.cn" : ".amazonaws.com";
        if (stored.type() == LoadBalancerType.APPLICATION) {
            String prefix = stored.internetFacing() ? "" : "internal-";
            long number = Long.parseUnsignedLong(stored.id(), 16) & Integer.MAX_VALUE;
            return prefix + stored.name() + "-" + number + "." + stored.region() + ".elb" + suffix;
        }
        return stored.name() + "-" + stored.id() + ".elb." + stored.region() + suffix;
    }
}

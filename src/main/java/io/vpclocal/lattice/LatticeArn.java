package io.vpclocal.lattice;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ARN of a resource configuration or a service network.
 *
 * @param text the whole ARN
 * @param id {@code rcfg-} or {@code sn-} and 17 hex digits
 */
record LatticeArn(String text, LatticeKind kind, String region, String account, String id) {

    private static final Pattern FORM = Pattern.compile(
            "arn:aws(?:-[a-z-]+)?:vpc-lattice:([a-z0-9-]+):([0-9]{12}):([a-z]+)/(([a-z]+)-[0-9a-f]{17})");

    static Optional<LatticeArn> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Arrays.stream(LatticeKind.values())
                .filter(kind -> kind.arnWord().equals(parts.group(3)))
                .filter(kind -> kind.prefix().equals(parts.group(5)))
                .findFirst()
                .map(kind -> new LatticeArn(text, kind, parts.group(1), parts.group(2), parts.group(4)));
    }

    /** The parsed ARN; empty if it is of another kind. */
    static Optional<LatticeArn> parse(String text, LatticeKind kind) {
        return parse(text).filter(arn -> arn.kind() == kind);
    }
}

package io.vpclocal.identity.policy;

import java.util.regex.Pattern;

/**
 * The principals that a policy may name.
 *
 * <p>Source: AWS documentation, IAM User Guide, "AWS JSON policy elements: Principal": accounts, their root, users,
 * roles and sessions; no groups; no wildcards inside an ARN; no {@code *} for services. Whether a principal exists is
 * checked elsewhere.
 */
final class PrincipalRules {

    private static final int MIN_UNIQUE_ID = 16;
    private static final int MAX_UNIQUE_ID = 128;

    /** The origin access identities of CloudFront, which is the only name with spaces (documented for bucket policies). */
    private static final Pattern ORIGIN_ACCESS =
            Pattern.compile("arn:aws[a-z-]*:iam::cloudfront:user/CloudFront Origin Access Identity [A-Z0-9]+");

    /** An account with dashes, which trust policies take (recorded). */
    private static final Pattern DASHED = Pattern.compile("\\d{4}-\\d{4}-\\d{4}");

    private PrincipalRules() {}

    static boolean isValid(String type, String value, PolicyDialect dialect) {
        return switch (type) {
            case "AWS" ->
                value.equals("*")
                        || PrincipalPattern.isAccount(value)
                        || dialect == PolicyDialect.TRUST
                                && DASHED.matcher(value).matches()
                        || isUniqueId(value)
                        || isIdentityArn(value)
                        || dialect == PolicyDialect.RESOURCE
                                && ORIGIN_ACCESS.matcher(value).matches();
            case "Service" -> !value.isBlank() && !hasWildcard(value);
            case "Federated" -> dialect == PolicyDialect.TRUST && !value.isBlank() && !hasWildcard(value);
            case "CanonicalUser" -> dialect != PolicyDialect.TRUST && !value.isBlank() && !hasWildcard(value);
            default -> false;
        };
    }

    private static boolean isIdentityArn(String value) {
        ArnPattern.Arn arn = new ArnPattern.Arn(value);
        boolean located = arn.segment(0).equals("arn")
                && arn.segment(1).startsWith("aws")
                && arn.segment(3).isEmpty()
                && PrincipalPattern.isAccount(arn.segment(4))
                && !hasWildcard(value);
        String path = arn.segment(5);
        return located
                && switch (arn.segment(2)) {
                    case "iam" -> path.equals("root") || isNamed(path, "user/") || isNamed(path, "role/");
                    case "sts" -> isNamed(path, "federated-user/") || isSession(path);
                    default -> false;
                };
    }

    private static boolean isSession(String path) {
        int slash = path.lastIndexOf('/');
        return isNamed(path, "assumed-role/") && slash > "assumed-role/".length() && slash < path.length() - 1;
    }

    private static boolean isNamed(String path, String prefix) {
        return path.startsWith(prefix) && path.length() > prefix.length();
    }

    /** A unique id such as {@code AROA...}, which AWS shows in place of a principal that was deleted. */
    private static boolean isUniqueId(String value) {
        return value.length() >= MIN_UNIQUE_ID
                && value.length() <= MAX_UNIQUE_ID
                && value.charAt(0) == 'A'
                && value.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
    }

    private static boolean hasWildcard(String value) {
        return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
    }
}

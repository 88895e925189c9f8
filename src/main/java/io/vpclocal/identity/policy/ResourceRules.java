package io.vpclocal.identity.policy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * AWS's error texts for malformed values of Resource and NotResource.
 *
 * <p>Source: texts recorded from {@code CreatePolicy} and {@code PutRolePolicy}. A policy can only name resources of the
 * partition that it is saved in (recorded in China, GovCloud and the European Sovereign Cloud).
 */
final class ResourceRules {

    private static final Set<String> PARTITIONS =
            Set.of("aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc");

    private static final List<String> IAM_PATHS = List.of(
            "user/",
            "federated-user/",
            "role/",
            "group/",
            "instance-profile/",
            "mfa/",
            "server-certificate/",
            "policy/",
            "sms-mfa/",
            "saml-provider/",
            "oidc-provider/",
            "report/",
            "access-report/");

    /** The resources of S3 that have a Region or an account. */
    private static final List<String> REGIONAL_S3_PATHS =
            List.of("*", "accesspoint", "job/", "storage-lens", "async-request/", "access-grants");

    private static final Pattern REGION = Pattern.compile("|.*[*?].*|[a-z]{2,}(-[a-z]+)+-\\d+");

    /** No Region or account, a wildcard for all of them, or a policy variable. */
    private static final Pattern ANYTHING = Pattern.compile("[*?]*|.*\\$\\{.*");

    private ResourceRules() {}

    /**
     * The error text for the value, or null if it is well-formed.
     *
     * @param partition the only partition that it may name; null for any of AWS
     */
    static @Nullable String problemOf(String resource, @Nullable String partition) {
        if (resource.equals("*")) {
            return null;
        }
        String[] parts = resource.split(":", ArnPattern.SEGMENTS);
        if (parts.length == 1) {
            return "Resource " + resource + " must be in ARN format or \"*\".";
        }
        boolean valid = partition == null ? PARTITIONS.contains(parts[1]) : partition.equals(parts[1]);
        if (!valid && !parts[1].equals("*")) {
            return "Partition \"" + parts[1] + "\" is not valid for resource \"" + padded(parts) + "\".";
        }
        if (parts.length == 2 || parts[2].indexOf('*') >= 0 || parts[2].indexOf('?') >= 0) {
            return "Resource vendor must be fully qualified and cannot contain regexes.";
        }
        String region = parts.length > 3 ? parts[3] : "";
        String path = parts.length == ArnPattern.SEGMENTS ? parts[5] : "";
        return switch (parts[2]) {
            case "iam" -> iamProblem(resource, region, path, parts.length);
            case "s3" ->
                REGIONAL_S3_PATHS.stream().anyMatch(path::startsWith)
                                && REGION.matcher(region).matches()
                        ? null
                        : globalProblem(resource, parts, partition != null);
            case "route53" -> partition == null ? null : globalProblem(resource, parts, true);
            default -> null;
        };
    }

    private static @Nullable String iamProblem(String resource, String region, String path, int parts) {
        if (!region.isEmpty()) {
            return "IAM resource " + resource + " cannot contain region information.";
        }
        if (parts < ArnPattern.SEGMENTS
                || path.equals("*")
                || path.equals("root")
                || IAM_PATHS.stream().anyMatch(path::startsWith)) {
            return null;
        }
        return "IAM resource path must either be \"*\", root, or start with " + String.join(", ", IAM_PATHS) + ".";
    }

    /**
     * Wildcards and variables stand for nothing in particular: AWS's managed policies have {@code arn:aws:s3::*:name}.
     *
     * @param saved whether the policy is to be saved. Policies saved earlier may name the account.
     */
    private static @Nullable String globalProblem(String resource, String[] parts, boolean saved) {
        if (parts.length < ArnPattern.SEGMENTS) {
            return null;
        }
        if (!ANYTHING.matcher(parts[3]).matches()) {
            return "Resource " + resource + " can not contain region information.";
        }
        return ANYTHING.matcher(parts[4]).matches() || !saved
                ? null
                : "Resource " + resource + " cannot contain an account id.";
    }

    /**
     * True if AWS's legacy parsing refuses the value: an ARN without a service, a short one that skips a segment,
     * or a short one of S3 (recorded from AWS). In other
     * values it leaves the segments alone.
     */
    static boolean failsLegacyParsing(String resource) {
        String[] parts = resource.split(":", ArnPattern.SEGMENTS);
        if (parts[0].equals("arn") && parts.length > 2 && parts[2].isEmpty()) {
            return true;
        }
        boolean shortened = parts.length < ArnPattern.SEGMENTS && resource.contains("::");
        boolean bucket = parts.length > 3 && parts.length < ArnPattern.SEGMENTS && parts[2].equals("s3");
        boolean bare = bucket && !parts[parts.length - 1].endsWith("*");
        return (shortened || bare || parts.length > 2 && parts[2].isEmpty()) && problemOf(resource, null) == null;
    }

    private static String padded(String[] parts) {
        StringBuilder arn = new StringBuilder("arn");
        for (int i = 1; i < ArnPattern.SEGMENTS; i++) {
            arn.append(':').append(i < parts.length ? parts[i] : "*");
        }
        return arn.toString();
    }
}

package io.vpclocal.proxy.policy;

import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocument;
import io.vpclocal.identity.policy.PolicyDocumentProblem;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.proxy.action.S3Actions;
import io.vpclocal.proxy.action.S3Actions.S3Action;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What Amazon S3 requires of a bucket policy, with its texts. Recorded: what is not JSON, missing and empty statements,
 * principals, resources, actions, condition keys and the size. From users' reports: unknown and missing elements, Effect, and
 * keys that an action does not have. That other faults are "Invalid policy syntax." is our guess, and so is the
 * order of the checks.
 */
final class BucketPolicyRules {

    private static final int LARGEST = 20 * 1024;
    private static final Set<String> VERSIONS = Set.of("2008-10-17", "2012-10-17");

    private static final Pattern USER_OR_ROLE =
            Pattern.compile("arn:[^:]+:iam::[0-9]{12}:(user|role)/.*|A(IDA|ROA)[A-Z0-9]+");

    private static final Pattern CANONICAL_USER = Pattern.compile("[0-9a-f]{64}");

    private final String bucket;
    private final Predicate<String> exists;

    /**
     * @param bucket the ARN of the bucket
     * @param exists whether there is a user or role with an ARN or unique id
     */
    BucketPolicyRules(String bucket, Predicate<String> exists) {
        this.bucket = bucket;
        this.exists = exists;
    }

    /**
     * Reads and validates a policy.
     *
     * @throws AwsException {@code MalformedPolicy}
     */
    BucketPolicy read(String text) {
        BucketPolicy policy = BucketPolicy.read(text)
                .orElseThrow(() -> malformed("Policies must be valid JSON and the first byte must be '{'"));
        requireKnown(policy.document(), BucketPolicy.MEMBERS);
        if (!policy.isPolicy()) {
            throw malformed("Missing required field Statement");
        }
        if (policy.statements().isEmpty()) {
            throw malformed("Could not parse the policy: Statement is empty!");
        }
        JsonNode version = policy.document().path("Version");
        if (!version.isMissingNode() && !VERSIONS.contains(version.asString(""))) {
            throw malformed("The policy must contain a valid version string");
        }
        policy.statements().forEach(this::checkElements);
        checkLanguage(text);
        policy.statements().forEach(this::checkMeaning);
        if (policy.normalized().getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw malformed("Normalized policy document exceeds the maximum allowed size of " + LARGEST + " bytes");
        }
        return policy;
    }

    private void checkElements(JsonNode statement) {
        if (!statement.isObject()) {
            throw syntax();
        }
        requireKnown(statement, BucketPolicy.MEMBERS_OF_STATEMENTS);
        JsonNode effect = statement.path("Effect");
        if (effect.isMissingNode()) {
            throw malformed("Missing required field Effect");
        }
        if (!effect.asString("").equals("Allow") && !effect.asString("").equals("Deny")) {
            throw malformed("Invalid effect: " + effect.asString(effect.toString()));
        }
        if (!statement.has(BucketPolicy.PRINCIPAL) && !statement.has("NotPrincipal")) {
            throw malformed("Missing required field Principal");
        }
        boolean acts = statement.has("Action") || statement.has("NotAction");
        boolean applies = statement.has("Resource") || statement.has("NotResource");
        if (!acts || !applies) {
            throw malformed("Statement is missing required element");
        }
        JsonNode principal = statement.path(BucketPolicy.PRINCIPAL);
        if (principal.isObject()
                && principal.values().stream().allMatch(JsonNode::isEmpty)
                && principal.values().stream().noneMatch(JsonNode::isValueNode)) {
            throw malformed("Missing required field Principal cannot be empty!");
        }
        if (principal.isString() && !principal.asString().equals("*")) {
            throw syntax();
        }
    }

    /** The rules of the policy language that all resource policies share. */
    private void checkLanguage(String text) {
        try {
            checkPrincipals(PolicyDocument.parse(text, PolicyDialect.RESOURCE));
        } catch (PolicyDocumentProblem problem) {
            switch (problem.kind()) {
                case PRINCIPAL -> throw invalidPrincipal();
                case RESOURCE -> throw malformed("Policy has invalid resource");
                case ACTION -> throw malformed("Policy has invalid action");
                default -> throw syntax();
            }
        }
    }

    /**
     * Recorded for users and roles that do not exist, the unique ids that remain of deleted ones, and ARNs of another
     * partition. Which services S3 knows beside those of trust policies is not published. That canonical ids are checked
     * for their form is our guess.
     */
    private void checkPrincipals(PolicyDocument policy) {
        Set<String> identities = policy.principals("AWS");
        String partition = bucket.substring(0, bucket.indexOf(':', "arn:".length()) + 1);
        boolean present = identities.stream()
                .filter(identity -> USER_OR_ROLE.matcher(identity).matches())
                .allMatch(exists);
        boolean here = identities.stream().allMatch(arn -> !arn.startsWith("arn:") || arn.startsWith(partition));
        boolean canonical = policy.principals("CanonicalUser").stream()
                .allMatch(id -> CANONICAL_USER.matcher(id).matches());
        if (!present || !here || !canonical) {
            throw invalidPrincipal();
        }
    }

    private static AwsException invalidPrincipal() {
        return malformed("Invalid principal in policy");
    }

    private void checkMeaning(JsonNode statement) {
        Set<String> kinds = new HashSet<>();
        texts(statement, "Resource").forEach(resource -> kinds.addAll(kinds(resource)));
        texts(statement, "NotResource").forEach(this::kinds);
        Set<String> keys = conditionKeys(statement);
        for (String action : texts(statement, "Action")) {
            List<S3Action> named = S3Actions.matching(action);
            if (named.isEmpty()) {
                throw malformed("Policy has invalid action");
            }
            List<S3Action> applicable = named.stream()
                    .filter(each -> kinds.isEmpty() || each.resources().stream().anyMatch(kinds::contains))
                    .toList();
            if (applicable.isEmpty()) {
                throw malformed("Action does not apply to any resource(s) in statement");
            }
            if (!keys.stream().allMatch(key -> applicable.stream().anyMatch(each -> each.takes(key)))) {
                throw malformed("Conditions do not apply to combination of actions and resources in statement");
            }
        }
        for (String action : texts(statement, "NotAction")) {
            if (S3Actions.matching(action).isEmpty()) {
                throw malformed("Policy has invalid action");
            }
        }
    }

    /** The kinds of resources of this bucket that a value of Resource can match. */
    private Set<String> kinds(String resource) {
        if (resource.equals(bucket)) {
            return Set.of("bucket");
        }
        if (resource.startsWith(bucket + "/")) {
            return Set.of("object");
        }
        // That a wildcard directly after the name is accepted is our guess.
        if (resource.startsWith(bucket + "*")) {
            return Set.of("bucket", "object");
        }
        throw malformed("Policy has invalid resource");
    }

    /** The condition keys of Amazon S3. Keys of AWS are not checked, because new ones are added. */
    private static Set<String> conditionKeys(JsonNode statement) {
        Set<String> keys = new HashSet<>();
        statement.path(BucketPolicy.CONDITION).properties().forEach(operator -> operator.getValue()
                .properties()
                .forEach(test -> keys.add(test.getKey())));
        keys.removeIf(key -> !key.regionMatches(true, 0, "s3:", 0, "s3:".length()));
        if (!keys.stream().allMatch(S3Actions::isKey)) {
            throw malformed("Policy has an invalid condition key");
        }
        return keys;
    }

    private static List<String> texts(JsonNode statement, String name) {
        List<String> texts = new ArrayList<>();
        BucketPolicy.each(statement.path(name)).forEach(value -> texts.add(value.asString("")));
        return texts;
    }

    private static void requireKnown(JsonNode object, List<String> names) {
        for (String name : object.propertyNames()) {
            if (!names.contains(name)) {
                throw malformed("Unknown field " + name);
            }
        }
    }

    private static AwsException syntax() {
        return malformed("Invalid policy syntax.");
    }

    private static AwsException malformed(String text) {
        return new AwsException("MalformedPolicy", text);
    }
}

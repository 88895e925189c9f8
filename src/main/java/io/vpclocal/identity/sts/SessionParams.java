package io.vpclocal.identity.sts;

import io.vpclocal.identity.caller.SessionContent;
import io.vpclocal.identity.iam.IamScope;
import io.vpclocal.identity.iam.directory.IamDirectory;
import io.vpclocal.identity.policy.PolicyDialect;
import io.vpclocal.identity.policy.PolicyDocument;
import io.vpclocal.identity.policy.PolicyDocumentProblem;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * The session policies and session tags of a request for temporary credentials.
 *
 * @param policies texts of session policies
 * @param packedPercent percentage of the allowed size that policies and tags take; null if there are none
 */
record SessionParams(
        List<String> policies,
        List<String> policyArns,
        Map<String, String> tags,
        List<String> transitiveTags,
        @Nullable Integer packedPercent) {

    static SessionParams of(
            IamDirectory directory,
            IamScope scope,
            @Nullable String policy,
            List<PolicyDescriptorType> policyArns,
            List<Tag> tags,
            List<String> transitiveTags) {
        List<String> policies = policy == null ? List.of() : List.of(parsed(scope, policy));
        List<String> arns = arns(policyArns);
        for (String arn : arns) {
            if (directory.managedPolicy(scope, arn).isEmpty()) {
                throw StsErrors.malformedPolicy("Policy " + arn + " does not exist or is not attachable.");
            }
        }
        Map<String, String> byKey = tags(tags);
        List<String> transitive = transitiveTags.stream()
                .map(key -> inTags(byKey, key))
                .distinct()
                .toList();
        return new SessionParams(policies, arns, byKey, transitive, packed(policies, arns, byKey));
    }

    private static List<String> arns(List<PolicyDescriptorType> policies) {
        if (policies.size() > StsLimits.POLICY_ARNS) {
            throw StsErrors.tooManyPolicyArns();
        }
        List<String> arns = new ArrayList<>();
        for (PolicyDescriptorType policy : policies) {
            if (policy.arn() == null) {
                throw CommonErrors.missingParameter(AwsService.STS, "policyArns." + (arns.size() + 1) + ".member.arn");
            }
            arns.add(policy.arn());
        }
        return arns;
    }

    /** The tag key that a transitive key names, compared case-insensitively (recorded from AWS). */
    private static String inTags(Map<String, String> tags, String transitive) {
        return tags.keySet().stream()
                .filter(transitive::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(StsErrors::unknownTransitiveTag);
    }

    /** These tags and the transitive tags of the caller's session. */
    SessionParams inheriting(@Nullable SessionContent caller) {
        if (caller == null || caller.transitiveTags().isEmpty()) {
            return this;
        }
        Map<String, String> all = new LinkedHashMap<>(tags);
        for (String key : caller.transitiveTags()) {
            if (tags.keySet().stream().anyMatch(key::equalsIgnoreCase)) {
                throw StsErrors.inheritedTag();
            }
            all.put(key, caller.tags().getOrDefault(key, ""));
        }
        List<String> handedOn = new ArrayList<>(transitiveTags);
        handedOn.addAll(caller.transitiveTags());
        return new SessionParams(policies, policyArns, all, handedOn, packedPercent);
    }

    static List<Tag> tagList(Map<String, String> tags) {
        return tags.entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static String parsed(IamScope scope, String policy) {
        try {
            return PolicyDocument.parseNew(policy, PolicyDialect.SESSION, scope.partition())
                    .text();
        } catch (PolicyDocumentProblem problem) {
            throw StsErrors.malformedPolicy(problem.message());
        }
    }

    private static Map<String, String> tags(List<Tag> tags) {
        Map<String, String> byKey = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Tag tag : tags) {
            if (tag.key().toLowerCase(Locale.ROOT).startsWith("aws:")) {
                throw StsErrors.reservedTag();
            }
            if (!seen.add(tag.key().toLowerCase(Locale.ROOT))) {
                throw StsErrors.duplicateTags();
            }
            byKey.put(tag.key(), tag.value());
        }
        return byKey;
    }

    private static @Nullable Integer packed(List<String> policies, List<String> arns, Map<String, String> tags) {
        int size = 0;
        for (String text : policies) {
            size += (int) text.chars().filter(c -> !Character.isWhitespace(c)).count();
        }
        for (String arn : arns) {
            size += arn.length();
        }
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            size += tag.getKey().length() + tag.getValue().length();
        }
        if (size == 0) {
            return null;
        }
        int percent = Math.max(1, Math.round(100f * size / StsLimits.SESSION_POLICY));
        if (percent > 100) {
            throw StsErrors.packedPolicyTooLarge(percent);
        }
        return percent;
    }
}

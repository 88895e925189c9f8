package io.vpclocal.identity.policy;

import io.vpclocal.identity.policy.value.DateValue;
import io.vpclocal.identity.policy.value.IpRange;
import java.util.Base64;
import java.util.List;

/**
 * The values of conditions that AWS refuses. Recorded from PutRolePolicy: dates, numbers, addresses, ARNs and Base64 text.
 * The simulator takes such numbers and addresses (recorded too).
 */
final class ConditionRules {

    private final PolicyDialect dialect;
    private final ProblemFactory problems;

    ConditionRules(PolicyDialect dialect, ProblemFactory problems) {
        this.dialect = dialect;
        this.problems = problems;
    }

    void check(List<RawPolicy.Test> conditions) {
        for (RawPolicy.Test condition : conditions) {
            for (JsonNode value : condition.values()) {
                check(condition.operator().base().family(), value);
            }
        }
    }

    private void check(ConditionOperator.Family family, JsonNode value) {
        String text = PolicyReader.textOf(value);
        if (family == ConditionOperator.Family.DATE && DateValue.parse(text) == null) {
            throw problems.legacy(value.start());
        }
        if (dialect != PolicyDialect.MANAGED && dialect != PolicyDialect.INLINE) {
            return;
        }
        boolean readable =
                switch (family) {
                    case NUMBER -> text.equals(text.strip()) && NumberValue.parse(text) != null;
                    case IP -> IpRange.parse(text) != null;
                    case ARN -> text.equals("*") || isArn(text);
                    default -> true;
                };
        if (!readable) {
            throw problems.legacy(value.start());
        }
        if (family == ConditionOperator.Family.BINARY && !isBase64(text)) {
            throw problems.syntax(value);
        }
    }

    private static boolean isArn(String text) {
        String[] segments = text.split(":", ArnPattern.SEGMENTS);
        return segments.length == ArnPattern.SEGMENTS && segments[0].equals("arn");
    }

    private static boolean isBase64(String text) {
        try {
            return text.length() % 4 == 0 && Base64.getDecoder().decode(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}

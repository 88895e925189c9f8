package io.vpclocal.identity.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Restrictions of endpoint policies beyond the language.
 *
 * <p>Source: AWS documentation, PrivateLink guide, "Control access to VPC endpoints using endpoint policies": no wildcards
 * and no numeric operators for keys that hold ids made by AWS, and the account of an ARN is a full id or a wildcard.
 */
final class EndpointRules {

    /** Global keys whose values are ids that AWS makes. */
    private static final Set<String> SYSTEM_ID_KEYS = Set.of(
            "aws:principalaccount",
            "aws:principalorgid",
            "aws:resourceaccount",
            "aws:resourceorgid",
            "aws:sourceaccount",
            "aws:sourceorgid",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:vpceaccount",
            "aws:vpceorgid");

    private final ProblemFactory problems;

    EndpointRules(ProblemFactory problems) {
        this.problems = problems;
    }

    void check(List<RawPolicy.Statement> statements) {
        for (RawPolicy.Statement statement : statements) {
            checkAccounts(statement.resources());
            checkAccounts(statement.notResources());
            statement.conditions().forEach(this::checkCondition);
        }
    }

    private void checkCondition(RawPolicy.Test condition) {
        ConditionOperator.Family family = condition.operator().base().family();
        if (family == ConditionOperator.Family.ARN) {
            checkAccounts(condition.values());
        }
        if (!SYSTEM_ID_KEYS.contains(condition.key().toLowerCase(Locale.ROOT))) {
            return;
        }
        for (JsonNode value : condition.values()) {
            boolean wildcards =
                    family == ConditionOperator.Family.STRING_PATTERN && hasWildcard(PolicyReader.textOf(value));
            if (wildcards || family == ConditionOperator.Family.NUMBER) {
                throw problems.syntax(value);
            }
        }
    }

    private void checkAccounts(@Nullable List<? extends JsonNode> arns) {
        if (arns == null) {
            return;
        }
        for (JsonNode arn : arns) {
            String account = new ArnPattern.Arn(PolicyReader.textOf(arn)).segment(4);
            boolean mixed = hasWildcard(account) && account.chars().anyMatch(c -> c >= '0' && c <= '9');
            if (mixed) {
                throw problems.syntax(arn);
            }
        }
    }

    private static boolean hasWildcard(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }
}

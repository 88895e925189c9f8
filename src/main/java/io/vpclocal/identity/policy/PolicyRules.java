package io.vpclocal.identity.policy;

import io.vpclocal.identity.policy.PolicyDocumentProblem.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Validates the contents of a well-structured document. The order of checks is recorded from AWS: version, legacy
 * parsing, statement ids, missing actions, form of resources, form of actions, missing resources.
 */
final class PolicyRules {

    private final PolicyDialect dialect;
    private final ProblemFactory problems;
    private final @Nullable String partition;

    /** @param partition of the resources that the document may name; null for any */
    PolicyRules(PolicyDialect dialect, ProblemFactory problems, @Nullable String partition) {
        this.dialect = dialect;
        this.problems = problems;
        this.partition = partition;
    }

    void check(RawPolicy policy) {
        if (dialect == PolicyDialect.MANAGED && !policy.hasVariables()) {
            throw problems.of(Kind.VERSION, "Policy document must be version 2012-10-17 or greater.", 0);
        }
        List<RawPolicy.Statement> statements = policy.statements();
        statements.forEach(this::checkPrincipalElement);
        statements.forEach(this::checkLegacy);
        checkStatementIds(statements);
        statements.forEach(this::checkActionsExist);
        if (dialect == PolicyDialect.TRUST) {
            statements.forEach(this::checkTrustActions);
        } else {
            statements.forEach(this::checkResourceForm);
            statements.forEach(this::checkActionForm);
            statements.forEach(this::checkResourcesExist);
        }
        statements.forEach(this::checkPrincipalValues);
        if (dialect.isEndpoint()) {
            new EndpointRules(problems).check(statements);
        }
    }

    private void checkPrincipalElement(RawPolicy.Statement statement) {
        boolean present = statement.principals() != null || statement.notPrincipals() != null;
        if (!dialect.takesPrincipals()) {
            if (present) {
                throw problems.of(Kind.PRINCIPAL, "Policy document should not specify a principal.", statement.start());
            }
            return;
        }
        if (!present) {
            throw problems.of(Kind.PRINCIPAL, "Missing required field Principal", statement.start());
        }
        if (dialect == PolicyDialect.TRUST) {
            prohibit(statement, statement.resources(), Kind.RESOURCE, "Has prohibited field Resource");
            prohibit(
                    statement,
                    statement.notResources(),
                    Kind.RESOURCE,
                    "AssumeRole policy must not contain resources.");
        }
        if (!statement.effect().value().equals("Deny")) {
            prohibit(statement, statement.notPrincipals(), Kind.PRINCIPAL, "Allow with NotPrincipal is not allowed.");
        } else if (dialect == PolicyDialect.TRUST) {
            String message = "AssumeRole policy must not contain NotPrincipal field.";
            prohibit(statement, statement.notPrincipals(), Kind.PRINCIPAL, message);
        }
    }

    private void prohibit(RawPolicy.Statement statement, @Nullable List<?> element, Kind kind, String message) {
        if (element != null) {
            throw problems.of(kind, message, statement.start());
        }
    }

    private void checkLegacy(RawPolicy.Statement statement) {
        String effect = statement.effect().value();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw problems.isTrust()
                    ? problems.syntax(statement.effect(), ProblemFactory.invalidEffect(effect))
                    : problems.legacy(statement.effect().start());
        }
        new ConditionRules(dialect, problems).check(statement.conditions());
        forEachResource(statement, resource -> {
            String value = resource.value();
            if (ResourceRules.failsLegacyParsing(value)) {
                throw problems.legacy(resource.start());
            }
        });
    }

    private void checkStatementIds(List<RawPolicy.Statement> statements) {
        Set<String> seen = new HashSet<>();
        for (RawPolicy.Statement statement : statements) {
            JsonNode.Text sid = statement.sid();
            if (sid == null || sid.value().isEmpty()) {
                continue;
            }
            boolean strict = !dialect.isEndpoint() && dialect != PolicyDialect.RESOURCE;
            if (strict && !sid.value().chars().allMatch(PolicyRules::isLetterOrDigit)) {
                String message =
                        "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular"
                                + " expression [0-9A-Za-z]*";
                throw problems.of(Kind.STATEMENT_ID, message, sid.start());
            }
            if (!seen.add(sid.value())) {
                String message = problems.isTrust()
                        ? "The Statement Ids in the policy are not unique"
                        : "Statement IDs (SID) in a single policy must be unique.";
                throw problems.of(Kind.STATEMENT_ID, message, sid.start());
            }
        }
    }

    private void checkActionsExist(RawPolicy.Statement statement) {
        if (isEmpty(statement.actions()) && isEmpty(statement.notActions())) {
            String message =
                    problems.isTrust() ? "Missing required field Action" : "Policy statement must contain actions.";
            throw problems.of(Kind.ACTION, message, statement.start());
        }
    }

    private void checkResourcesExist(RawPolicy.Statement statement) {
        if (isEmpty(statement.resources()) && isEmpty(statement.notResources())) {
            throw problems.of(Kind.RESOURCE, "Policy statement must contain resources.", statement.start());
        }
    }

    private void checkResourceForm(RawPolicy.Statement statement) {
        forEachResource(statement, resource -> {
            String problem = ResourceRules.problemOf(resource.value(), partition);
            if (problem != null) {
                throw problems.of(Kind.RESOURCE, problem, resource.start());
            }
        });
    }

    private void checkActionForm(RawPolicy.Statement statement) {
        forEach(statement.actions(), this::checkActionForm);
        forEach(statement.notActions(), this::checkActionForm);
    }

    private void checkActionForm(JsonNode.Text action) {
        String value = action.value();
        int colon = value.indexOf(':');
        if (colon < 0 && !value.equals("*")) {
            String message = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
            throw problems.of(Kind.ACTION, message, action.start());
        }
        if (colon >= 0 && value.indexOf(':', colon + 1) >= 0) {
            throw problems.of(Kind.ACTION, "Actions/Condition can contain only one colon.", action.start());
        }
        String vendor = colon < 0 ? value : value.substring(0, colon);
        if (colon >= 0 && !value.equals("*:*") && vendor.chars().anyMatch(c -> c == '*' || c == '?')) {
            String message = "Action vendors (e.g., aws, ec2, etc.) must not contain wildcards.";
            throw problems.of(Kind.ACTION, message, action.start());
        }
        boolean named = !vendor.isEmpty() && vendor.chars().allMatch(c -> isLetterOrDigit(c) || c == '-' || c == '.');
        if (!named && !vendor.equals("*")) {
            throw problems.of(Kind.ACTION, "Vendor " + vendor + " is not valid", action.start());
        }
    }

    private void checkTrustActions(RawPolicy.Statement statement) {
        forEach(statement.actions(), this::checkTrustAction);
        forEach(statement.notActions(), this::checkTrustAction);
    }

    private void checkTrustAction(JsonNode.Text action) {
        if (!TrustActions.any(action.value())) {
            throw problems.of(Kind.ACTION, TrustActions.REFUSED, action.start());
        }
    }

    private void checkPrincipalValues(RawPolicy.Statement statement) {
        forEach(statement.principals(), this::checkPrincipalValue);
        forEach(statement.notPrincipals(), this::checkPrincipalValue);
    }

    private void checkPrincipalValue(RawPolicy.Principal principal) {
        if (!PrincipalRules.isValid(principal.type(), principal.value().value(), dialect)) {
            throw problems.invalidPrincipal(principal);
        }
    }

    private static void forEachResource(RawPolicy.Statement statement, Consumer<JsonNode.Text> check) {
        forEach(statement.resources(), check);
        forEach(statement.notResources(), check);
    }

    private static <T> void forEach(@Nullable List<T> values, Consumer<T> check) {
        if (values != null) {
            values.forEach(check);
        }
    }

    private static boolean isEmpty(@Nullable List<?> values) {
        return values == null || values.isEmpty();
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}

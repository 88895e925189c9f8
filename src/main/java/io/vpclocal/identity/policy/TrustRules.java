package io.vpclocal.identity.policy;

import static java.util.Map.entry;

import io.vpclocal.identity.policy.PolicyDocumentProblem.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What IAM checks of the principals of a trust policy when it is saved. The texts are recorded from AWS, by users and by the
 * AWS CDK. Which providers are shared, and by which claim: IAM User Guide, "Identity-provider controls for shared OIDC
 * providers". UNVERIFIED: the text for other shared providers than GitHub, and the order of the checks.
 */
final class TrustRules {

    private static final String COGNITO = "cognito-identity.amazonaws.com";
    private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final Pattern PROVIDER = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:(oidc|saml)-provider/.+");
    private static final String OIDC = ":oidc-provider/";

    /** The condition keys, one of which must name the tenant, by the URL of the provider that tenants share. */
    private static final Map<String, List<String>> SHARED = Map.ofEntries(
            claims("token.actions.githubusercontent.com", "sub", "job_workflow_ref"),
            claims("vstoken.actions.githubusercontent.com", "sub"),
            claims("oidc-configuration.audit-log.githubusercontent.com", "sub"),
            claims("gitlab.com", "sub"),
            claims("agent.buildkite.com", "sub"),
            claims("app.terraform.io", "sub"),
            claims("oidc.codefresh.io", "sub"),
            claims("studio.datachain.ai/api", "sub"),
            claims("scalr.io", "sub"),
            claims("tokens.cloud.shisho.dev", "sub"),
            claims("proidc.upbound.io", "sub"),
            claims("api.pulumi.com/oidc", "aud"),
            claims("sandboxes.cloud", "aud"),
            claims("oidc.vercel.com", "aud"),
            entry("sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d", List.of("sts:RoleSessionName")));

    private static final Set<ConditionOperator.Base> SCOPING = Set.of(
            ConditionOperator.Base.STRING_EQUALS,
            ConditionOperator.Base.STRING_LIKE,
            ConditionOperator.Base.STRING_EQUALS_IGNORE_CASE);

    private final ProblemFactory problems;

    TrustRules(ProblemFactory problems) {
        this.problems = problems;
    }

    void check(List<RawPolicy.Statement> statements) {
        for (RawPolicy.Statement statement : statements) {
            checkActions(statement.actions());
            checkActions(statement.notActions());
            List<RawPolicy.Principal> principals = statement.principals();
            if (principals != null) {
                principals.forEach(principal -> check(statement, principal));
            }
        }
    }

    private void checkActions(@Nullable List<JsonNode.Text> actions) {
        for (JsonNode.Text action : actions == null ? List.<JsonNode.Text>of() : actions) {
            if (!TrustActions.savable(action.value())) {
                throw problems.of(Kind.ACTION, TrustActions.REFUSED, action.start());
            }
        }
    }

    private void check(RawPolicy.Statement statement, RawPolicy.Principal principal) {
        String value = principal.value().value();
        if (principal.bare()) {
            throw problem(principal, "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".");
        }
        if (principal.type().equals("Service") && !ServicePrincipals.isKnown(value)) {
            throw problems.invalidPrincipal(principal);
        }
        if (principal.type().equals("Federated")) {
            if (!DOMAIN.matcher(value).matches() && !PROVIDER.matcher(value).matches()) {
                throw problems.invalidPrincipal(principal);
            }
            if (statement.effect().value().equals("Allow")) {
                checkTenant(statement, principal);
            }
        }
    }

    private void checkTenant(RawPolicy.Statement statement, RawPolicy.Principal principal) {
        String value = principal.value().value();
        if (value.equals(COGNITO) && statement.conditions().isEmpty()) {
            throw problem(principal, "A condition block must be present for the Cognito provider");
        }
        int url = value.indexOf(OIDC);
        List<String> keys = url < 0 ? List.of() : SHARED.getOrDefault(value.substring(url + OIDC.length()), List.of());
        if (!keys.isEmpty() && statement.conditions().stream().noneMatch(test -> namesTenant(test, keys))) {
            throw problem(
                    principal,
                    "Trust policy with trusted principal " + value
                            + " must evaluate, using StringEquals, StringLike or StringEqualsIgnoreCase, "
                            + String.join(" or ", keys) + " which is not scoped to all.");
        }
    }

    /** Recorded: one value that is not {@code *} is enough, whatever it matches. */
    private static boolean namesTenant(RawPolicy.Test test, List<String> keys) {
        return SCOPING.contains(test.operator().base())
                && keys.stream().anyMatch(test.key()::equalsIgnoreCase)
                && test.texts().stream().anyMatch(value -> !value.matches("[*?]*"));
    }

    private PolicyDocumentProblem problem(RawPolicy.Principal principal, String text) {
        return problems.of(Kind.PRINCIPAL, text, principal.value().start());
    }

    private static Map.Entry<String, List<String>> claims(String url, String... names) {
        return entry(url, List.of(names).stream().map(name -> url + ":" + name).toList());
    }
}

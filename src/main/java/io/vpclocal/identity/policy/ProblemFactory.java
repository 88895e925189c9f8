package io.vpclocal.identity.policy;

import io.vpclocal.identity.policy.PolicyDocumentProblem.Kind;

/**
 * Creates the problems of one document with the messages of its dialect.
 *
 * <p>EC2 answers an invalid endpoint policy with one known text, which contains the position. That text is used for
 * every problem of an endpoint policy.
 */
final class ProblemFactory {

    private static final String SYNTAX = "Syntax errors in policy.";

    private final PolicyDialect dialect;
    private final String text;

    ProblemFactory(PolicyDialect dialect, String text) {
        this.dialect = dialect;
        this.text = text;
    }

    PolicyDocumentProblem notJson(int offset) {
        return of(Kind.SYNTAX, isTrust() ? "This policy contains invalid Json" : SYNTAX, offset);
    }

    /** @param ofTrust the text for trust policies, which IAM words in more detail */
    PolicyDocumentProblem syntax(JsonNode node, String ofTrust) {
        return of(Kind.SYNTAX, isTrust() ? ofTrust : SYNTAX, node.start());
    }

    PolicyDocumentProblem syntax(JsonNode node) {
        return syntaxAt(node.start());
    }

    PolicyDocumentProblem syntaxAt(int offset) {
        return of(Kind.SYNTAX, isTrust() ? "Syntax error in policy." : SYNTAX, offset);
    }

    PolicyDocumentProblem legacy(int offset) {
        return of(Kind.LEGACY, "The policy failed legacy parsing", offset);
    }

    PolicyDocumentProblem invalidPrincipal(RawPolicy.Principal principal) {
        if (isTrust() && principal.type().equals("Federated")) {
            String text = "Federated principals must be valid domain names or SAML metadata ARNs";
            return of(Kind.PRINCIPAL, text, principal.value().start());
        }
        String type = principal.type().equals("Service") ? "SERVICE" : principal.type();
        String value = principal.value().value();
        String message = "Invalid principal in policy: \"" + type + "\":\"" + value + "\"";
        return of(Kind.PRINCIPAL, message, principal.value().start());
    }

    static String invalidEffect(String value) {
        return "Invalid effect: " + value;
    }

    boolean isTrust() {
        return dialect == PolicyDialect.TRUST;
    }

    PolicyDocumentProblem of(Kind kind, String message, int offset) {
        Position position = new Position.Lines(text).at(offset);
        String worded = dialect.isEndpoint()
                ? "The Policy Document is not valid. Syntax error at position (" + position.line() + ","
                        + position.column() + ")"
                : message;
        return new PolicyDocumentProblem(kind, worded, position);
    }
}

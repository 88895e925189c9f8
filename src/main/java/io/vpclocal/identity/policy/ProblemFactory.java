package io.vpclocal.identity.policy;

import io.vpclocal.identity.policy.PolicyDocumentProblem.Kind;

/**
 * Creates the problems of one document with the messages of its dialect.
 *
 * <p>EC2 answers an invalid endpoint policy with one known text, which contains the position. That text is used for
 * every problem of an endpoint policy.
 */
final class ProblemFactory {

    private final PolicyDialect dialect;
    private final String text;

    ProblemFactory(PolicyDialect dialect, String text) {
        this.dialect = dialect;
        this.text = text;
    }

    PolicyDocumentProblem notJson(int offset) {
        String message =
                dialect == PolicyDialect.TRUST ? "This policy contains invalid Json" : "Syntax errors in policy.";
        return of(Kind.SYNTAX, message, offset);
    }

    PolicyDocumentProblem syntax(JsonNode node) {
        return syntaxAt(node.start());
    }

    PolicyDocumentProblem syntaxAt(int offset) {
        return of(Kind.SYNTAX, "Syntax errors in policy.", offset);
    }

    PolicyDocumentProblem legacy(int offset) {
        return of(Kind.LEGACY, "The policy failed legacy parsing", offset);
    }

    PolicyDocumentProblem invalidPrincipal(RawPolicy.Principal principal) {
        if (dialect == PolicyDialect.TRUST && principal.type().equals("Federated")) {
            String text = "Federated principals must be valid domain names or SAML metadata ARNs";
            return of(Kind.PRINCIPAL, text, principal.value().start());
        }
        String type = principal.type().equals("Service") ? "SERVICE" : principal.type();
        String value = principal.value().value();
        String message = "Invalid principal in policy: \"" + type + "\":\"" + value + "\"";
        return of(Kind.PRINCIPAL, message, principal.value().start());
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

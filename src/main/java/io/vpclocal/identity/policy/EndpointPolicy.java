package io.vpclocal.identity.policy;

import java.util.List;

/**
 * The policy of a VPC endpoint.
 *
 * <p>It grants nothing: a request through the endpoint needs its allow in addition to all others. To evaluate a whole
 * request, add it to the {@link PolicySet}. To evaluate this policy alone, use {@link #permits}. The request should
 * carry {@code aws:SourceVpce}, {@code aws:SourceVpc} and {@code aws:VpcSourceIp}, see
 * {@link RequestContext.Builder#throughEndpoint}. Source: AWS documentation, PrivateLink guide, "Control access to VPC
 * endpoints using endpoint policies".
 */
public final class EndpointPolicy {

    /** AWS's default policy of an interface endpoint. */
    public static final String DEFAULT_INTERFACE_TEXT = """
            {
              "Statement": [
                {
                  "Action": "*",\s
                  "Effect": "Allow",\s
                  "Principal": "*",\s
                  "Resource": "*"
                }
              ]
            }""";

    /** AWS's default policy of a gateway endpoint. */
    public static final String DEFAULT_GATEWAY_TEXT = """
            {"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";

    private final PolicyDocument document;

    private EndpointPolicy(PolicyDocument document) {
        this.document = document;
    }

    /**
     * Parses the policy of an interface endpoint.
     *
     * @throws PolicyDocumentProblem with EC2's text when it is not acceptable
     */
    public static EndpointPolicy ofInterface(String text) {
        return new EndpointPolicy(PolicyDocument.parse(text, PolicyDialect.INTERFACE_ENDPOINT));
    }

    /**
     * Parses the policy of a gateway endpoint, where only {@code *} and root users are principals.
     *
     * @throws PolicyDocumentProblem with EC2's text when it is not acceptable
     */
    public static EndpointPolicy ofGateway(String text) {
        return new EndpointPolicy(PolicyDocument.parse(text, PolicyDialect.GATEWAY_ENDPOINT));
    }

    /** The document. */
    public PolicyDocument document() {
        return document;
    }

    /** True if it is one statement that allows everything to everybody, in any notation. */
    public boolean isFullAccess() {
        List<String> all = List.of("*");
        List<PolicyStatement> statements = document.statements();
        return statements.size() == 1
                && statements.stream()
                        .allMatch(statement -> statement.effect().equals("Allow")
                                && statement.principals().equals(all)
                                && statement.actions().equals(all)
                                && statement.resources().equals(all)
                                && statement.conditions().isEmpty());
    }

    /** The decision of this policy alone, with type {@link PolicyType#VPC_ENDPOINT}. */
    public Decision permits(RequestContext request) {
        PolicySet.Attached attached = new PolicySet.Attached(PolicyType.VPC_ENDPOINT, "VpcEndpoint", document);
        List<PolicySet.Attached> alone = List.of(attached);
        StatementMatch denial = Evaluator.firstDeny(alone, request, false);
        if (denial != null) {
            return new Decision(Decision.Outcome.EXPLICIT_DENY, PolicyType.VPC_ENDPOINT, denial);
        }
        StatementMatch allow = Evaluator.firstAllow(alone, request, false);
        return new Decision(
                allow == null ? Decision.Outcome.IMPLICIT_DENY : Decision.Outcome.ALLOWED,
                PolicyType.VPC_ENDPOINT,
                allow);
    }
}

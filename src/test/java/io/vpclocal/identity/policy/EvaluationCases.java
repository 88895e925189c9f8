package io.vpclocal.identity.policy;

import static io.vpclocal.identity.policy.Policies.ANA;
import static io.vpclocal.identity.policy.Policies.FEDERATED;
import static io.vpclocal.identity.policy.Policies.ROOT;
import static io.vpclocal.identity.policy.Policies.SESSION;
import static io.vpclocal.identity.policy.Policies.STRANGER;

import org.jspecify.annotations.Nullable;

/** Policies, principals and decisions by short names, for tables of cases. */
final class EvaluationCases {

    private EvaluationCases() {}

    static final String ACTION = "s3:GetObject";

    static PolicyDocument document(PolicyType type, String effect, String principal) {
        String elements = "{'Effect':'" + effect + "',";
        return switch (type) {
            case IDENTITY, PERMISSIONS_BOUNDARY, SESSION ->
                Policies.identity(elements + "'Action':'s3:*','Resource':'*'}");
            case RESOURCE -> Policies.resource(elements + principal + ",'Action':'s3:*','Resource':'*'}");
            case ROLE_TRUST -> Policies.trust(elements + principal + ",'Action':'sts:AssumeRole'}");
            case VPC_ENDPOINT ->
                EndpointPolicy.ofInterface(Policies.document(elements + principal + ",'Action':'s3:*','Resource':'*'}"))
                        .document();
        };
    }

    static PolicyPrincipal caller(String name) {
        return switch (name) {
            case "ana" -> ANA;
            case "root" -> ROOT;
            case "session" -> SESSION;
            case "federated" -> FEDERATED;
            case "stranger" -> STRANGER;
            case "service" -> PolicyPrincipal.service("delivery.logs.amazonaws.com");
            case "anonymous" -> PolicyPrincipal.anonymous();
            default -> throw new IllegalArgumentException(name);
        };
    }

    static String principal(String name) {
        return "'Principal':"
                + switch (name) {
                    case "*" -> "'*'";
                    case "AWS*" -> "{'AWS':'*'}";
                    case "account" -> "{'AWS':'123456789012'}";
                    case "rootArn" -> "{'AWS':'arn:aws:iam::123456789012:root'}";
                    case "otherAccount" -> "{'AWS':'210987654321'}";
                    case "ana" -> "{'AWS':['arn:aws:iam::123456789012:user/ana']}";
                    case "anaId" -> "{'AWS':'AIDAANAANAANAANAANA1'}";
                    case "eve" -> "{'AWS':'arn:aws:iam::210987654321:user/eve'}";
                    case "role" -> "{'AWS':'arn:aws:iam::123456789012:role/team/reader'}";
                    case "roleId" -> "{'AWS':'AROAREADERREADERREAD'}";
                    case "session" -> "{'AWS':'arn:aws:sts::123456789012:assumed-role/reader/s1'}";
                    case "otherSession" -> "{'AWS':'arn:aws:sts::123456789012:assumed-role/reader/s2'}";
                    case "federated" -> "{'AWS':'arn:aws:sts::123456789012:federated-user/bob'}";
                    case "service" -> "{'Service':'delivery.logs.amazonaws.com'}";
                    default -> throw new IllegalArgumentException(name);
                };
    }

    /** Policies are letters: Identity, Boundary, Session, Endpoint; capital allows, small applies without allowing. */
    static PolicySet policies(String letters, @Nullable String resourcePrincipal) {
        PolicySet.Builder set = PolicySet.builder();
        for (char letter : letters.toCharArray()) {
            PolicyType type =
                    switch (Character.toUpperCase(letter)) {
                        case 'I' -> PolicyType.IDENTITY;
                        case 'B' -> PolicyType.PERMISSIONS_BOUNDARY;
                        case 'S' -> PolicyType.SESSION;
                        case 'E' -> PolicyType.VPC_ENDPOINT;
                        default -> throw new IllegalArgumentException(letters);
                    };
            set.require(type);
            if (Character.isUpperCase(letter)) {
                set.attach(type, "p", document(type, "Allow", principal("*")));
            }
        }
        if (resourcePrincipal != null) {
            set.attach(PolicyType.RESOURCE, "r", document(PolicyType.RESOURCE, "Allow", principal(resourcePrincipal)));
        }
        return set.build();
    }

    static Decision decide(String caller, PolicySet policies) {
        return Evaluator.evaluate(
                policies,
                RequestContext.of(caller(caller), ACTION)
                        .resource("arn:aws:s3:::b/k")
                        .resourceAccount(Policies.ACCOUNT)
                        .build());
    }
}

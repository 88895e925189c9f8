package io.vpclocal.identity.policy;

/** Short forms of policies and callers for tests. Single quotes are replaced by double quotes. */
final class Policies {

    static final String ACCOUNT = "123456789012";
    static final String OTHER_ACCOUNT = "210987654321";
    static final PolicyPrincipal ANA =
            PolicyPrincipal.user("arn:aws:iam::123456789012:user/ana", "AIDAANAANAANAANAANA1");
    static final PolicyPrincipal ROOT = PolicyPrincipal.root("arn:aws:iam::123456789012:root");
    static final PolicyPrincipal SESSION = PolicyPrincipal.roleSession(
            "arn:aws:sts::123456789012:assumed-role/reader/s1",
            "arn:aws:iam::123456789012:role/team/reader",
            "AROAREADERREADERREAD");
    static final PolicyPrincipal FEDERATED = PolicyPrincipal.federatedUser(
            "arn:aws:sts::123456789012:federated-user/bob", "arn:aws:iam::123456789012:user/ana");
    static final PolicyPrincipal EVE =
            PolicyPrincipal.user("arn:aws:iam::210987654321:user/eve", "AIDAEVEEVEEVEEVEEVE1");

    private Policies() {}

    /** A document of version 2012-10-17 with these statements. */
    static String document(String... statements) {
        return json("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}");
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }

    static PolicyDocument identity(String... statements) {
        return PolicyDocument.parse(document(statements), PolicyDialect.MANAGED);
    }

    static PolicyDocument resource(String... statements) {
        return PolicyDocument.parse(document(statements), PolicyDialect.RESOURCE);
    }

    static PolicyDocument trust(String... statements) {
        return PolicyDocument.parse(document(statements), PolicyDialect.TRUST);
    }

    static PolicySet ofIdentity(PolicyDocument... documents) {
        PolicySet.Builder set = PolicySet.builder();
        for (PolicyDocument document : documents) {
            set.attach(PolicyType.IDENTITY, "policy", document);
        }
        return set.build();
    }

    /**
     * True if a single Allow statement with these elements allows ana's request. It may have values that AWS no longer
     * saves, since policies saved earlier and the simulator have them.
     */
    static boolean allows(String elements, RequestContext request) {
        PolicyDocument document =
                PolicyDocument.parse(document("{'Effect':'Allow'," + elements + "}"), PolicyDialect.STORED);
        return Evaluator.evaluate(ofIdentity(document), request).isAllowed();
    }

    static RequestContext.Builder anaDoes(String action) {
        return RequestContext.of(ANA, action);
    }
}

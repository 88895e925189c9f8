package io.vpclocal.proxy.policy;

import io.vpclocal.proxy.action.Members;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A grant as a resource policy: the grantee may call the operations, with the encryption context of the constraints (AWS
 * KMS Developer Guide, "Grants in AWS KMS").
 */
final class KmsGrant {

    private static final String CONTEXT = "kms:EncryptionContext:";

    private KmsGrant() {}

    /** @param request the members of {@code CreateGrant} */
    static String policy(Members request) {
        ObjectNode policy = JsonMapper.shared().createObjectNode();
        policy.put("Version", "2012-10-17");
        ObjectNode statement = policy.putArray("Statement").addObject();
        statement.put("Effect", "Allow");
        ObjectNode principal = statement.putObject("Principal");
        request.at("GranteePrincipal").forEach(arn -> principal.put("AWS", arn));
        ArrayNode actions = statement.putArray("Action");
        request.at("Operations[]").forEach(operation -> actions.add("kms:" + operation));
        statement.put("Resource", "*");
        constrain(statement, request);
        return policy.toString();
    }

    private static void constrain(ObjectNode statement, Members request) {
        Map<String, String> subset = request.map("Constraints.EncryptionContextSubset");
        Map<String, String> all = request.map("Constraints.EncryptionContextEquals");
        if (subset.isEmpty() && all.isEmpty()) {
            return;
        }
        ObjectNode conditions = statement.putObject("Condition");
        ObjectNode equal = conditions.putObject("StringEquals");
        List.of(subset, all).forEach(pairs -> pairs.forEach((name, value) -> equal.put(CONTEXT + name, value)));
        if (!all.isEmpty()) {
            ArrayNode names = conditions.putObject("ForAllValues:StringEquals").putArray("kms:EncryptionContextKeys");
            all.keySet().forEach(names::add);
        }
    }
}

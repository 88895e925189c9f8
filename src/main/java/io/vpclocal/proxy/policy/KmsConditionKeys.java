package io.vpclocal.proxy.policy;

import io.vpclocal.proxy.action.Members;
import io.vpclocal.proxy.action.Operation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The condition keys of AWS KMS that a request contains (AWS KMS Developer Guide, "AWS KMS condition keys"). */
final class KmsConditionKeys {

    private static final Map<String, String> MEMBERS = Map.of(
            "kms:EncryptionAlgorithm", "EncryptionAlgorithm",
            "kms:SigningAlgorithm", "SigningAlgorithm",
            "kms:MessageType", "MessageType",
            "kms:MacAlgorithm", "MacAlgorithm",
            "kms:DataKeyPairSpec", "KeyPairSpec",
            "kms:KeyOrigin", "Origin",
            "kms:GranteePrincipal", "GranteePrincipal",
            "kms:RetiringPrincipal", "RetiringPrincipal",
            "kms:GrantOperations", "Operations[]");

    private KmsConditionKeys() {}

    /** @param aliases the names of the aliases of the key */
    static Map<String, List<String>> of(Operation operation, Members request, String account, List<String> aliases) {
        Map<String, List<String>> keys = new TreeMap<>(operation.keys());
        keys.put("kms:CallerAccount", List.of(account));
        MEMBERS.forEach((key, member) -> put(keys, key, request.at(member)));
        Map<String, String> context = request.map("EncryptionContext");
        put(keys, "kms:EncryptionContextKeys", List.copyOf(context.keySet()));
        context.forEach((name, value) -> keys.put("kms:EncryptionContext:" + name, List.of(value)));
        put(keys, "kms:ResourceAliases", aliases);
        put(
                keys,
                "kms:RequestAlias",
                request.at("KeyId").stream()
                        .filter(id -> id.contains("alias/"))
                        .map(id -> id.substring(id.indexOf("alias/")))
                        .toList());
        return keys;
    }

    private static void put(Map<String, List<String>> keys, String key, List<String> values) {
        if (!values.isEmpty()) {
            keys.put(key, values);
        }
    }
}

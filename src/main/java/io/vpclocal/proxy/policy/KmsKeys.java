package io.vpclocal.proxy.policy;

import io.vpclocal.protocol.Caller;
import io.vpclocal.protocol.Scope;
import io.vpclocal.proxy.action.Members;
import io.vpclocal.proxy.action.Operation;
import io.vpclocal.proxy.action.Operation.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keys of AWS KMS: the key behind an alias, and the key policy, without which identity policies have no effect (AWS KMS
 * Developer Guide, "Key policies in AWS KMS"). What calls did not show yet is read from the upstream and kept.
 */
@Component
public class KmsKeys {

    private static final String KEY = ":key/";
    private static final String ALIAS = ":alias/";
    private static final Pattern ARN = Pattern.compile("arn:[^:]*:kms:[^:]+:\\d{12}:(?:key|alias)/.{1,300}");

    /** These need permission for the alias and for the key. Others need it for the key only. */
    private static final Set<String> OF_ALIASES = Set.of("CreateAlias", "UpdateAlias", "DeleteAlias");

    private final LearntResources resources;
    private final LearntKeyNames names;
    private final UpstreamQuestions upstream;

    KmsKeys(LearntResources resources, LearntKeyNames names, UpstreamQuestions upstream) {
        this.resources = resources;
        this.names = names;
        this.upstream = upstream;
    }

    /** The operation on keys instead of aliases, with condition keys. Reads unknown keys from the upstream. */
    public Operation resolve(Operation operation, Members request, Caller caller) {
        List<Need> needs = new ArrayList<>();
        for (Need need : operation.needs()) {
            boolean alias = need.resource().contains(ALIAS);
            if (!alias || OF_ALIASES.contains(operation.name())) {
                needs.add(need);
            }
            if (alias && !operation.name().equals("CreateAlias")) {
                String key = keyOf(need.resource(), caller).orElse(need.resource());
                needs.add(new Need(need.action(), key));
            }
        }
        List<Need> distinct = needs.stream().distinct().toList();
        distinct.forEach(need -> readPolicy(need.resource(), caller));
        List<String> aliases = distinct.stream()
                .filter(need -> need.resource().contains(KEY))
                .flatMap(need -> names.aliases(need.resource()).stream())
                .toList();
        return new Operation(
                operation.name(), distinct, KmsConditionKeys.of(operation, request, caller.account(), aliases));
    }

    /** The same operation on the key that the answer names, for requests with a ciphertext only. */
    public Operation answered(Operation operation, Members answer, Scope scope) {
        String member = operation.name().equals("ReEncrypt") ? "SourceKeyId" : "KeyId";
        Optional<String> key = answer.at(member).stream().findFirst();
        List<Need> needs = operation.needs().stream()
                .map(need -> need.resource().equals("*") && key.isPresent()
                        ? new Need(need.action(), arn(key.get(), scope))
                        : need)
                .toList();
        return new Operation(operation.name(), needs, operation.keys());
    }

    /** Whether only the answer names the key: the ciphertext contains it, and only the upstream can read it. */
    public static boolean namedByAnswer(Operation operation) {
        return Set.of("Decrypt", "ReEncrypt").contains(operation.name())
                && operation.needs().get(0).resource().equals("*");
    }

    /** Keeps what a successful call shows about keys, aliases and grants. */
    public void learn(Operation operation, Members request, Members answer, Scope scope) {
        String last = operation.needs().get(operation.needs().size() - 1).resource();
        switch (operation.name()) {
            case "CreateKey" -> created(request, answer, scope);
            case "CreateAlias", "UpdateAlias" ->
                names.alias(
                        operation.needs().get(0).resource(),
                        scope,
                        request.at("TargetKeyId").stream()
                                .findFirst()
                                .map(id -> arn(id, scope))
                                .orElse(last));
            case "DeleteAlias" -> names.forgetAlias(operation.needs().get(0).resource());
            case "CreateGrant" ->
                answer.at("GrantId")
                        .forEach(id ->
                                names.grant(id, scope, last, first(answer, "GrantToken"), KmsGrant.policy(request)));
            case "RevokeGrant", "RetireGrant" ->
                names.forgetGrant(first(request, "GrantId"), first(request, "GrantToken"));
            default -> {
                // Other calls say nothing new.
            }
        }
    }

    /** Upstreams with one account name the key with an account of their own. Both ARNs are known then. */
    private void created(Members request, Members answer, Scope scope) {
        String policy = request.at("Policy").stream().findFirst().orElseGet(() -> defaultPolicy(scope));
        answer.at("KeyMetadata.KeyId").forEach(id -> resources.keep(arn(id, scope), scope, policy));
        answer.at("KeyMetadata.Arn").forEach(arn -> resources.keep(arn, scope, policy));
    }

    /** AWS KMS Developer Guide, "Default key policy". */
    private static String defaultPolicy(Scope scope) {
        return "{\"Version\":\"2012-10-17\",\"Id\":\"key-default-1\",\"Statement\":[{\"Sid\":"
                + "\"Enable IAM User Permissions\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"arn:"
                + scope.partition() + ":iam::" + scope.account()
                + ":root\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}";
    }

    private Optional<String> keyOf(String alias, Caller caller) {
        Optional<String> known = names.key(alias);
        if (known.isPresent() || foreign(alias, caller)) {
            return known;
        }
        Scope owner = owner(alias);
        Optional<String> key = describe(alias.substring(alias.indexOf(ALIAS) + 1), owner)
                .flatMap(found -> found.at("KeyMetadata.KeyId").stream().findFirst())
                .map(id -> arn(id, owner));
        key.ifPresent(found -> names.alias(alias, owner, found));
        return key;
    }

    private void readPolicy(String key, Caller caller) {
        if (!key.contains(KEY) || foreign(key, caller) || resources.of(key).isPresent()) {
            return;
        }
        Scope owner = owner(key);
        String id = key.substring(key.indexOf(KEY) + KEY.length());
        upstream.kms("GetKeyPolicy", "{\"KeyId\":" + LearntResources.json(id) + ",\"PolicyName\":\"default\"}", owner)
                .flatMap(answer -> answer.at("Policy").stream().findFirst())
                .ifPresent(policy -> resources.keep(key, owner, inAccountOf(owner, id, policy)));
    }

    /** The account of an upstream with one account stands for the account that owns the key here. */
    private String inAccountOf(Scope owner, String id, String policy) {
        return describe(id, owner)
                .flatMap(found -> found.at("KeyMetadata.Arn").stream().findFirst())
                .map(arn -> arn.split(":", -1))
                .filter(parts -> parts.length > 5 && !parts[4].isEmpty())
                .map(parts -> policy.replace(parts[4], owner.account()))
                .orElse(policy);
    }

    private Optional<Members> describe(String id, Scope owner) {
        return upstream.kms("DescribeKey", "{\"KeyId\":" + LearntResources.json(id) + "}", owner);
    }

    /** Root users own keys under account numbers of the upstream, so nothing is read about those. */
    private static boolean foreign(String arn, Caller caller) {
        return !ARN.matcher(arn).matches()
                || caller.root() && !owner(arn).account().equals(caller.account());
    }

    private static Scope owner(String arn) {
        String[] parts = arn.split(":", -1);
        return new Scope(parts[4], parts[3]);
    }

    private static String arn(String id, Scope scope) {
        return id.startsWith("arn:") ? id : scope.arn("kms", "key/" + id);
    }

    private static @Nullable String first(Members members, String name) {
        return members.at(name).stream().findFirst().orElse(null);
    }
}

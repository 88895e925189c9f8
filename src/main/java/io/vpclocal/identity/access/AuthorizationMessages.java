package io.vpclocal.identity.access;

import io.vpclocal.identity.policy.Decision;
import io.vpclocal.identity.policy.PolicyPrincipal;
import io.vpclocal.identity.policy.PolicyStatement;
import io.vpclocal.identity.policy.RequestContext;
import io.vpclocal.identity.policy.StatementMatch;
import io.vpclocal.identity.signature.SecretVault;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.key.EmulatorKey;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Encrypts the reasons of a denial for DecodeAuthorizationMessage. */
@Component
public class AuthorizationMessages {

    private final SecretVault vault;
    private final JsonMapper json = JsonMapper.shared();

    AuthorizationMessages(EmulatorKey key) {
        this.vault = new SecretVault(key.derive("authorization-message"), new SecureRandom());
    }

    /** The JSON text of an encoded message. Empty if it was not encoded here. */
    public Optional<String> decode(String encoded) {
        try {
            return Optional.of(new String(vault.decryptMessage(encoded), StandardCharsets.UTF_8));
        } catch (SecretVault.DecryptionException e) {
            return Optional.empty();
        }
    }

    String encode(Call call, Check check, Decision decision, RequestContext question) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("allowed", false);
        message.put("explicitDeny", decision.outcome() == Decision.Outcome.EXPLICIT_DENY);
        message.put("matchedStatements", items(statements(decision)));
        message.put("failures", items(List.of()));
        message.put("context", context(call, check, question));
        return vault.encryptMessage(json.writeValueAsBytes(message));
    }

    private static List<Object> statements(Decision decision) {
        StatementMatch match = decision.match();
        if (match == null) {
            return List.of();
        }
        PolicyStatement statement = match.statement();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("statementId", statement.sid() == null ? "" : statement.sid());
        shown.put("effect", statement.effect().toUpperCase(Locale.ROOT));
        shown.put("principals", values(statement.principals()));
        shown.put("principalGroups", items(List.of()));
        shown.put("actions", values(statement.actions()));
        shown.put("resources", values(statement.resources()));
        List<Object> conditions = new ArrayList<>();
        statement.conditions().forEach(test -> conditions.add(condition(test.key(), test.values())));
        shown.put("conditions", items(conditions));
        return List.of(shown);
    }

    private static Map<String, Object> context(Call call, Check check, RequestContext question) {
        Map<String, Object> principal = new LinkedHashMap<>();
        principal.put("id", call.caller().userId());
        PolicyPrincipal who = question.principal();
        if (who.kind() == PolicyPrincipal.Kind.USER && who.name() != null) {
            principal.put("name", who.name());
        }
        principal.put("arn", call.caller().arn());
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("principal", principal);
        context.put("action", check.action());
        context.put("resource", check.target().arn());
        context.put("conditions", items(conditions(call, check, question)));
        return context;
    }

    private static List<Object> conditions(Call call, Check check, RequestContext question) {
        String arn = check.target().arn();
        String resource = arn.substring(arn.lastIndexOf(':') + 1);
        Map<String, List<String>> keys = new TreeMap<>();
        keys.put("aws:Region", List.of(call.scope().region()));
        keys.put("aws:Service", List.of(call.service().signingName()));
        keys.put("aws:Resource", List.of(resource));
        keys.put("aws:Type", List.of(check.target().type()));
        keys.put("aws:ID", List.of(resource.substring(resource.indexOf('/') + 1)));
        keys.put("aws:Account", List.of(call.scope().account()));
        keys.put("aws:ARN", List.of(arn));
        question.keys().forEach((key, values) -> {
            if (!key.startsWith("aws:") || key.contains("/")) {
                keys.put(key, values);
            }
        });
        List<Object> conditions = new ArrayList<>();
        keys.forEach((key, values) -> conditions.add(condition(key, values)));
        return conditions;
    }

    private static Map<String, Object> condition(String key, List<String> values) {
        Map<String, Object> condition = new LinkedHashMap<>();
        condition.put("key", key);
        condition.put("values", values(values));
        return condition;
    }

    private static Map<String, Object> values(List<String> values) {
        return items(values.stream().map(value -> Map.of("value", value)).toList());
    }

    private static Map<String, Object> items(List<?> items) {
        return Map.of("items", items);
    }
}

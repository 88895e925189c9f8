package io.vpclocal.logs.masking;

import io.vpclocal.logs.LogsErrors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A data protection policy (CloudWatch Logs User Guide, understanding data protection policies): one statement audits and
 * one masks the same identifiers. UNVERIFIED: the messages, and that each masked character becomes an asterisk.
 */
public final class ProtectionPolicy {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String VERSION = "2021-06-01";
    private static final Pattern MANAGED =
            Pattern.compile("arn:aws[a-z-]*:dataprotection::aws:data-identifier/([\\w-]+)");
    private static final Pattern CUSTOM_NAME = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final int CUSTOM_IDENTIFIERS = 10;
    private static final int REGEX_LENGTH = 200;

    private final List<SensitivePattern> patterns;

    private ProtectionPolicy(List<SensitivePattern> patterns) {
        this.patterns = patterns;
    }

    /** @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} if the document is not valid */
    public static ProtectionPolicy parse(String document) {
        JsonNode policy = json(document);
        if (policy.path("Name").asString("").isEmpty()) {
            throw invalid("it must have a Name");
        }
        if (!VERSION.equals(policy.path("Version").asString(""))) {
            throw LogsErrors.invalidParameter("Policy Version must be " + VERSION);
        }
        Map<String, SensitivePattern> custom =
                custom(policy.path("Configuration").path("CustomDataIdentifier"));
        List<String> audited = null;
        List<String> masked = null;
        for (JsonNode statement : policy.path("Statement")) {
            JsonNode operation = statement.path("Operation");
            if (operation.has("Audit") == operation.has("Deidentify")) {
                throw invalid("each statement must have one Operation, Audit or Deidentify");
            }
            if (operation.has("Deidentify") && !operation.path("Deidentify").has("MaskConfig")) {
                throw invalid("Deidentify must have an empty MaskConfig");
            }
            operation.path("Deidentify").path("MaskConfig").propertyNames().stream()
                    .findFirst()
                    .ifPresent(field -> {
                        throw LogsErrors.invalidParameter(field + " is not a valid field");
                    });
            List<String> identifiers = identifiers(statement.path("DataIdentifier"), custom);
            if (operation.has("Audit")) {
                audited = once(audited, identifiers);
            } else {
                masked = once(masked, identifiers);
            }
        }
        if (masked == null || audited == null) {
            throw twoStatements();
        }
        if (!List.copyOf(masked).equals(List.copyOf(audited))) {
            throw LogsErrors.invalidParameter(
                    "Audit Statement and Deidentify Statement must have the same Data Identifiers");
        }
        return new ProtectionPolicy(patterns(masked, custom));
    }

    /** The message with asterisks instead of sensitive data. */
    public String mask(String message) {
        boolean[] sensitive = new boolean[message.length()];
        patterns.forEach(pattern -> pattern.mark(message, sensitive));
        StringBuilder masked = new StringBuilder(message);
        for (int i = 0; i < sensitive.length; i++) {
            if (sensitive[i]) {
                masked.setCharAt(i, '*');
            }
        }
        return masked.toString();
    }

    private static List<SensitivePattern> patterns(List<String> identifiers, Map<String, SensitivePattern> custom) {
        List<SensitivePattern> patterns = new ArrayList<>();
        for (String identifier : identifiers) {
            Matcher managed = MANAGED.matcher(identifier);
            if (managed.matches()) {
                ManagedIdentifiers.find(managed.group(1)).ifPresent(patterns::add);
            } else {
                SensitivePattern own = custom.get(identifier);
                if (own != null) {
                    patterns.add(own);
                }
            }
        }
        return patterns;
    }

    private static List<String> identifiers(JsonNode list, Map<String, SensitivePattern> custom) {
        List<String> identifiers = new ArrayList<>();
        for (JsonNode each : list) {
            String identifier = each.asString("");
            if (!MANAGED.matcher(identifier).matches() && !custom.containsKey(identifier)) {
                throw LogsErrors.invalidParameter(identifier + " is not a valid Data Identifier");
            }
            identifiers.add(identifier);
        }
        if (identifiers.isEmpty()) {
            throw invalid("each statement must have a DataIdentifier");
        }
        return identifiers.stream().distinct().sorted().toList();
    }

    private static Map<String, SensitivePattern> custom(JsonNode list) {
        Map<String, SensitivePattern> custom = new LinkedHashMap<>();
        for (JsonNode each : list) {
            String name = each.path("Name").asString("");
            String regex = each.path("Regex").asString("");
            if (!CUSTOM_NAME.matcher(name).matches()) {
                throw invalid("the name '" + name + "' of a CustomDataIdentifier is not valid");
            }
            if (regex.isEmpty() || regex.length() > REGEX_LENGTH) {
                throw invalid("the Regex of '" + name + "' must have 1 to " + REGEX_LENGTH + " characters");
            }
            // A group in the form would select a part of the match.
            custom.put(name, SensitivePattern.of(Pattern.compile("(" + compiled(name, regex) + ")")));
        }
        if (custom.size() > CUSTOM_IDENTIFIERS) {
            throw invalid("it can have " + CUSTOM_IDENTIFIERS + " CustomDataIdentifiers at most");
        }
        return custom;
    }

    private static Pattern compiled(String name, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw invalid("the Regex of '" + name + "' is not valid");
        }
    }

    private static JsonNode json(String document) {
        try {
            JsonNode policy = JSON.readTree(document);
            if (policy != null && policy.isObject()) {
                return policy;
            }
        } catch (JacksonException e) {
            throw invalid("it is not valid JSON");
        }
        throw invalid("it is not a JSON object");
    }

    private static List<String> once(@Nullable List<String> before, List<String> now) {
        if (before != null) {
            throw twoStatements();
        }
        return now;
    }

    /** Recorded for one statement. */
    private static RuntimeException twoStatements() {
        return LogsErrors.invalidParameter(
                "Policy can only have two statements. One for Audit Operation and one for" + " Deidentify Operation");
    }

    private static RuntimeException invalid(String why) {
        return LogsErrors.invalidParameter("Invalid data protection policy: " + why + ".");
    }
}

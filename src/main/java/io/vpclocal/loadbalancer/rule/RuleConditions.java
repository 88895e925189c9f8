package io.vpclocal.loadbalancer.rule;

import io.vpclocal.loadbalancer.resource.ElbLimits;
import io.vpclocal.loadbalancer.resource.ElbParams;
import io.vpclocal.network.Cidr;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.codec.ModelText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.HostHeaderConditionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.PathPatternConditionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.QueryStringKeyValuePair;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RuleCondition;

/**
 * The conditions of a rule, checked (API Reference, RuleCondition; User Guide for Application Load Balancers, condition
 * types). Host and path conditions are described in both forms, as AWS does.
 */
final class RuleConditions {

    private static final String HOST = "host-header";
    private static final String PATH = "path-pattern";
    private static final String HEADER = "http-header";
    private static final String METHOD = "http-request-method";
    private static final String QUERY = "query-string";
    private static final String SOURCE = "source-ip";
    private static final List<String> FIELDS = List.of(HEADER, METHOD, HOST, QUERY, PATH, SOURCE);

    /** A rule can have several header and query conditions, but one of each other field. */
    private static final Set<String> ONCE = Set.of(HOST, PATH, METHOD, SOURCE);

    private static final Pattern METHODS = Pattern.compile("[A-Z_-]+");

    /** With a dot, and no digits after the last one, as in a domain name. */
    private static final Pattern HOSTS = Pattern.compile("[A-Za-z0-9.*?-]*\\.[A-Za-z*?]+");

    private static final Pattern PATHS = Pattern.compile("[A-Za-z0-9_.$/~\"'@:+&*?-]+");

    /** The characters of RFC 7230 except the wildcard. */
    private static final Pattern HEADERS = Pattern.compile("[A-Za-z0-9!#$%&'+.^_`|~-]+");

    /** The address that source conditions cannot have. */
    private static final String BROADCAST = "255.255.255.255/32";

    private static final int LONGEST = 128;
    private static final int LONGEST_NAME = 40;

    private final Set<String> seen = new HashSet<>();
    private final List<String> values = new ArrayList<>();

    private RuleConditions() {}

    /**
     * The conditions as text.
     *
     * @throws io.vpclocal.protocol.AwsException if they are not valid
     */
    static String of(List<RuleCondition> requested) {
        if (requested.isEmpty()) {
            throw RuleErrors.conditionNeeded();
        }
        RuleConditions checks = new RuleConditions();
        List<RuleCondition> checked = requested.stream().map(checks::checked).toList();
        checks.requireFew();
        return ModelText.write(Rule.builder().conditions(checked).build());
    }

    /** The conditions that {@link #of} has written. */
    static List<RuleCondition> read(String text) {
        return ModelText.read(AwsService.ELB, Rule.class, text).conditions();
    }

    private RuleCondition checked(RuleCondition condition) {
        String field = ElbParams.require(condition.field(), "conditions.field");
        if (!FIELDS.contains(field)) {
            throw RuleErrors.field(field, FIELDS);
        }
        if (ONCE.contains(field) && !seen.add(field)) {
            throw RuleErrors.fieldTwice(field);
        }
        if (!condition.values().isEmpty() && !field.equals(HOST) && !field.equals(PATH)) {
            throw RuleErrors.valuesNotFor(field);
        }
        return switch (field) {
            case HOST -> host(condition);
            case PATH -> path(condition);
            case HEADER -> header(condition);
            case METHOD -> method(condition);
            case QUERY -> query(condition);
            default -> source(condition);
        };
    }

    private RuleCondition host(RuleCondition condition) {
        HostHeaderConditionConfig config = condition.hostHeaderConfig();
        List<String> all = patterns(HOST, condition, config == null ? null : config.values(), "HostHeaderConfig");
        requireMatches(all, HOSTS);
        return condition.toBuilder()
                .values(all)
                .hostHeaderConfig(c -> c.values(all))
                .build();
    }

    private RuleCondition path(RuleCondition condition) {
        PathPatternConditionConfig config = condition.pathPatternConfig();
        List<String> all = patterns(PATH, condition, config == null ? null : config.values(), "PathPatternConfig");
        requireMatches(all, PATHS);
        return condition.toBuilder()
                .values(all)
                .pathPatternConfig(c -> c.values(all))
                .build();
    }

    private List<String> patterns(
            String field, RuleCondition condition, @Nullable List<String> configured, String config) {
        if (configured != null && !condition.values().isEmpty()) {
            throw RuleErrors.bothForms(field, config);
        }
        if (configured != null && configured.isEmpty()) {
            throw RuleErrors.oneKindOfValues(config);
        }
        if (configured == null && condition.values().isEmpty()) {
            throw RuleErrors.configNeeded(field, "Values or RegexValues or " + config);
        }
        List<String> all = configured == null ? condition.values() : configured;
        return requireAll(field, all, LONGEST);
    }

    private RuleCondition header(RuleCondition condition) {
        if (condition.httpHeaderConfig() == null) {
            throw RuleErrors.configNeeded(HEADER, "HttpHeaderConfig");
        }
        String name = ElbParams.require(
                condition.httpHeaderConfig().httpHeaderName(), "conditions.httpHeaderConfig.httpHeaderName");
        if (name.length() > LONGEST_NAME) {
            throw RuleErrors.valueTooLong(HEADER, LONGEST_NAME);
        }
        if (name.equalsIgnoreCase("host")) {
            throw RuleErrors.hostAsHeader();
        }
        if (!HEADERS.matcher(name).matches()) {
            throw RuleErrors.notValid(name);
        }
        requireAll(HEADER, condition.httpHeaderConfig().values(), LONGEST);
        return condition;
    }

    private RuleCondition method(RuleCondition condition) {
        if (condition.httpRequestMethodConfig() == null) {
            throw RuleErrors.configNeeded(METHOD, "HttpRequestMethodConfig");
        }
        requireMatches(requireAll(METHOD, condition.httpRequestMethodConfig().values(), LONGEST_NAME), METHODS);
        return condition;
    }

    private RuleCondition query(RuleCondition condition) {
        if (condition.queryStringConfig() == null) {
            throw RuleErrors.configNeeded(QUERY, "QueryStringConfig");
        }
        if (condition.queryStringConfig().values().isEmpty()) {
            throw RuleErrors.valueNeeded();
        }
        for (QueryStringKeyValuePair pair : condition.queryStringConfig().values()) {
            if (pair.value() == null || pair.value().isEmpty()) {
                throw RuleErrors.queryValueNeeded();
            }
            if (pair.key() != null && pair.key().length() > LONGEST) {
                throw RuleErrors.valueTooLong(QUERY, LONGEST);
            }
            if (pair.value().length() > LONGEST) {
                throw RuleErrors.valueTooLong(QUERY, LONGEST);
            }
            values.add(pair.value());
        }
        return condition;
    }

    private RuleCondition source(RuleCondition condition) {
        if (condition.sourceIpConfig() == null) {
            throw RuleErrors.configNeeded(SOURCE, "SourceIpConfig");
        }
        for (String value : requireAll(SOURCE, condition.sourceIpConfig().values(), LONGEST)) {
            if (Cidr.parse(value).isEmpty()) {
                throw RuleErrors.notACidr(value);
            }
            if (value.equals(BROADCAST)) {
                throw RuleErrors.notValid(value);
            }
        }
        return condition;
    }

    private static void requireMatches(List<String> all, Pattern form) {
        all.stream().filter(value -> !form.matcher(value).matches()).findFirst().ifPresent(value -> {
            throw RuleErrors.notValid(value);
        });
    }

    private List<String> requireAll(String field, List<String> all, int most) {
        if (all.isEmpty()) {
            throw RuleErrors.valueNeeded();
        }
        for (String value : all) {
            if (value.isEmpty()) {
                throw RuleErrors.valueNeeded();
            }
            if (value.length() > most) {
                throw RuleErrors.valueTooLong(field, most);
            }
        }
        values.addAll(all);
        return all;
    }

    private void requireFew() {
        if (values.size() > ElbLimits.CONDITION_VALUES_PER_RULE) {
            throw RuleErrors.tooManyValues();
        }
        long wildcards = values.stream()
                .flatMapToInt(String::chars)
                .filter(c -> c == '*' || c == '?')
                .count();
        if (wildcards > ElbLimits.CONDITION_WILDCARDS_PER_RULE) {
            throw RuleErrors.tooManyWildcards();
        }
    }
}

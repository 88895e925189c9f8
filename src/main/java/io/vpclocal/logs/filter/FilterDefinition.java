package io.vpclocal.logs.filter;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LogsErrors;
import io.vpclocal.logs.LogsLimits;
import io.vpclocal.logs.pattern.FilterPattern;
import io.vpclocal.logs.pattern.InvalidPatternException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that metric filters and subscription filters share.
 *
 * @param regexes the number of regular expressions in the pattern
 * @param namesFields whether the pattern names fields of messages
 */
record FilterDefinition(
        String pattern,
        int regexes,
        boolean namesFields,
        boolean transformedLogs,
        @Nullable String fieldSelection,
        List<String> systemFields) {

    private static final String NAME = "[^:*]*";
    private static final int SELECTION_LENGTH = 2000;
    private static final Pattern SELECTION = Pattern.compile("@aws\\.(account|region)\\s*(=|!=|IN\\b|NOT\\s+IN\\b)");
    private static final List<String> SYSTEM_FIELDS = List.of("@aws.account", "@aws.region");

    /** @throws io.vpclocal.protocol.AwsException {@code InvalidParameterException} */
    static FilterDefinition of(
            @Nullable String pattern,
            @Nullable Boolean transformedLogs,
            @Nullable String fieldSelection,
            String systemFieldsMember,
            List<String> systemFields) {
        if (fieldSelection != null) {
            Constraints.length("fieldSelectionCriteria", fieldSelection, 0, SELECTION_LENGTH);
            if (!fieldSelection.isEmpty() && !SELECTION.matcher(fieldSelection).find()) {
                throw LogsErrors.invalidParameter("The provided field selection criteria is invalid");
            }
        }
        for (String field : systemFields) {
            if (!SYSTEM_FIELDS.contains(field)) {
                throw LogsErrors.constraint(
                        systemFieldsMember, systemFields, "Member must satisfy enum value set: " + SYSTEM_FIELDS);
            }
        }
        FilterPattern parsed = parse(pattern);
        return new FilterDefinition(
                parsed.toString(),
                parsed.regexCount(),
                parsed.namesFields(),
                Boolean.TRUE.equals(transformedLogs),
                fieldSelection,
                List.copyOf(systemFields));
    }

    static FilterPattern parse(@Nullable String pattern) {
        String text = Constraints.require(pattern, "filterPattern");
        Constraints.length("filterPattern", text, 0, LogsLimits.FILTER_PATTERN_LENGTH);
        try {
            return FilterPattern.parse(text);
        } catch (InvalidPatternException e) {
            throw LogsErrors.invalidParameter(e.metricFilterMessage());
        }
    }

    static String name(@Nullable String name) {
        String given = Constraints.require(name, "filterName");
        return named("filterName", given);
    }

    static @Nullable String namePrefix(@Nullable String prefix) {
        return prefix == null ? null : named("filterNamePrefix", prefix);
    }

    private static String named(String member, String name) {
        Constraints.length(member, name, 1, LogsLimits.FILTER_NAME_LENGTH);
        if (name.indexOf(':') >= 0 || name.indexOf('*') >= 0) {
            throw Constraints.pattern(member, name, NAME);
        }
        return name;
    }
}

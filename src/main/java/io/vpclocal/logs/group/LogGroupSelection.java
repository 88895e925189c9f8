package io.vpclocal.logs.group;

import io.vpclocal.logs.Constraints;
import io.vpclocal.logs.LikePattern;
import io.vpclocal.logs.group.LogGroupListing.Wanted;
import io.vpclocal.protocol.Scope;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListLogGroupsRequest;

/** The conditions of requests that describe and list groups. */
final class LogGroupSelection {

    private static final String PART = "[\\.\\-_/#A-Za-z0-9]*";
    private static final Pattern PART_PATTERN = Pattern.compile(PART);
    private static final String ALTERNATIVES =
            "(\\^?[\\.\\-_\\/#A-Za-z0-9]{3,24})(\\|\\^?[\\.\\-_\\/#A-Za-z0-9]{3,24}){0,4}";
    private static final Pattern ALTERNATIVES_PATTERN = Pattern.compile(ALTERNATIVES);
    private static final int MOST_IDENTIFIERS = 50;

    private LogGroupSelection() {}

    static Wanted wanted(Scope scope, DescribeLogGroupsRequest request) {
        Wanted any = Wanted.any(request.logGroupClassAsString());
        String prefix = request.logGroupNamePrefix();
        String part = request.logGroupNamePattern();
        if (prefix != null && part != null) {
            throw LogGroupErrors.prefixAndPattern();
        }
        if (!request.logGroupIdentifiers().isEmpty()) {
            if (prefix != null || part != null) {
                throw LogGroupErrors.identifiersAndNames();
            }
            return any.named(names(scope, request.logGroupIdentifiers()));
        }
        if (prefix != null) {
            return any.withPrefix(prefixMember(prefix));
        }
        if (part != null) {
            Constraints.length("logGroupNamePattern", part, 0, 512);
            if (!PART_PATTERN.matcher(part).matches()) {
                throw Constraints.pattern("logGroupNamePattern", part, PART);
            }
            return any.containing(part);
        }
        return any;
    }

    static Wanted wanted(ListLogGroupsRequest request) {
        Wanted any = Wanted.any(request.logGroupClassAsString());
        String pattern = request.logGroupNamePattern();
        if (pattern == null) {
            return any;
        }
        Constraints.length("logGroupNamePattern", pattern, 3, 129);
        if (!ALTERNATIVES_PATTERN.matcher(pattern).matches()) {
            throw Constraints.pattern("logGroupNamePattern", pattern, ALTERNATIVES);
        }
        List<String> like = Stream.of(pattern.split("\\|"))
                .map(one -> one.startsWith("^") ? LikePattern.prefix(one.substring(1)) : LikePattern.contains(one))
                .toList();
        return new Wanted(like, null, any.logGroupClass());
    }

    private static List<String> names(Scope scope, List<String> identifiers) {
        if (identifiers.size() > MOST_IDENTIFIERS) {
            throw Constraints.tooMany("logGroupIdentifiers", identifiers, MOST_IDENTIFIERS);
        }
        return identifiers.stream()
                .map(identifier -> LogGroupIdentifier.name(scope, "logGroupIdentifiers", identifier)
                        .value())
                .toList();
    }

    /** A prefix has the characters of a name. Prefixes that are reserved for AWS are allowed. */
    private static String prefixMember(String prefix) {
        Constraints.length("logGroupNamePrefix", prefix, 1, 512);
        if (!PART_PATTERN.matcher(prefix).matches()) {
            throw Constraints.pattern("logGroupNamePrefix", prefix, PART.replace('*', '+'));
        }
        return prefix;
    }
}

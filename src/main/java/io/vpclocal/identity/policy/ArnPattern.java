package io.vpclocal.identity.policy;

import io.vpclocal.identity.policy.value.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for ARNs: partition, service, region, account and resource are compared one by one and case-sensitively,
 * and a wildcard in the resource also matches slashes and colons.
 *
 * <p>Source: AWS documentation, IAM User Guide, "IAM JSON policy elements: Resource" and "Condition operators". A
 * wildcard at the end of a segment does not cross the next colon of a complete ARN. Short ARNs are padded, see
 * {@link Padding}.
 */
final class ArnPattern {

    static final int SEGMENTS = 6;

    private static final int SERVICE = 2;

    /** When a pattern of fewer than six segments is a prefix. */
    enum Padding {
        /** Identity policies. */
        ALWAYS,
        /** Policies of resources and endpoints. */
        IF_WILDCARD,
        /** Condition values. */
        IF_LAST_IS_WILDCARD;

        boolean applies(String text) {
            return switch (this) {
                case ALWAYS -> true;
                case IF_WILDCARD -> text.indexOf('*') >= 0;
                case IF_LAST_IS_WILDCARD -> text.endsWith("*");
            };
        }
    }

    private final boolean everything;
    private final boolean nothing;
    private final Template[] segments;
    /** The literal prefix of every matching text. */
    private final String prefix;
    /** Hash of the service, for a fast mismatch. 0 if the service has wildcards. */
    private final int serviceHash;

    /** How the comparison continues after the prefix. */
    private final boolean prefixIsAll;

    private final boolean prefixThenAnything;

    private ArnPattern(boolean everything, boolean nothing, List<Template> segments) {
        this.everything = everything;
        this.nothing = nothing;
        this.segments = segments.toArray(Template[]::new);
        StringBuilder begin = new StringBuilder();
        int open = everything || nothing ? 0 : appendPrefix(segments, begin);
        this.prefix = begin.toString();
        StringBuilder service = new StringBuilder();
        boolean literalService = !segments.isEmpty() && segments.get(SERVICE).appendPrefix(service);
        this.serviceHash = literalService ? service.toString().hashCode() : 0;
        this.prefixIsAll = open == SEGMENTS;
        char[] last =
                segments.isEmpty() ? null : segments.get(segments.size() - 1).constant();
        this.prefixThenAnything = open == SEGMENTS - 1 && last != null && endsInOnlyRun(last);
    }

    /** A value of Resource or NotResource. Variables are replaced in the sixth segment only. */
    static ArnPattern resource(String text, Padding padding, boolean variables) {
        if (text.equals("*")) {
            return new ArnPattern(true, false, List.of());
        }
        if (!text.startsWith("arn:")) {
            return new ArnPattern(false, true, List.of());
        }
        String[] raw = text.split(":", SEGMENTS);
        List<Template> segments = new ArrayList<>();
        for (int i = 0; i < raw.length; i++) {
            segments.add(Template.of(raw[i], i != SERVICE, variables && i == SEGMENTS - 1));
        }
        return padded(text, segments, padding);
    }

    /** A value of an Arn condition operator. Variables are replaced everywhere and never change the segments. */
    static ArnPattern condition(String text, boolean variables) {
        if (text.equals("*")) {
            return new ArnPattern(true, false, List.of());
        }
        return padded(text, Template.split(text, true, variables, SEGMENTS), Padding.IF_LAST_IS_WILDCARD);
    }

    private static ArnPattern padded(String text, List<Template> segments, Padding padding) {
        if (segments.size() < SEGMENTS) {
            if (!padding.applies(text)) {
                return new ArnPattern(false, true, List.of());
            }
            List<Template> all = new ArrayList<>(segments);
            while (all.size() < SEGMENTS) {
                all.add(Template.of("*", true, false));
            }
            return new ArnPattern(false, false, List.copyOf(all));
        }
        return new ArnPattern(false, false, List.copyOf(segments));
    }

    /** Appends the literal prefix and returns the index of the first segment that is not fully literal. */
    private static int appendPrefix(List<Template> segments, StringBuilder begin) {
        for (int i = 0; i < segments.size(); i++) {
            if (i > 0) {
                begin.append(':');
            }
            if (!segments.get(i).appendPrefix(begin)) {
                return i;
            }
        }
        return segments.size();
    }

    private static boolean endsInOnlyRun(char[] segment) {
        for (int i = 0; i < segment.length - 1; i++) {
            if (segment[i] >= Glob.ANY_ONE) {
                return false;
            }
        }
        return segment.length > 0 && segment[segment.length - 1] == Glob.ANY_RUN;
    }

    /** True if the text matches. A text that is not an ARN matches only {@code *}. */
    boolean matches(Arn text, RequestContext request) {
        if (everything) {
            return true;
        }
        if (serviceHash != text.serviceHash && serviceHash != 0) {
            return false;
        }
        if (nothing || !text.isComplete() || !text.text().startsWith(prefix)) {
            return false;
        }
        if (prefixThenAnything) {
            return true;
        }
        return prefixIsAll ? text.text().length() == prefix.length() : matchesSegments(text, request);
    }

    private boolean matchesSegments(Arn text, RequestContext request) {
        for (int i = SEGMENTS - 1; i >= 0; i--) {
            if (!segments[i].matches(text.text(), text.start(i), text.end(i), request)) {
                return false;
            }
        }
        return true;
    }

    void collectKeys(Set<String> keys) {
        for (Template segment : segments) {
            segment.collectKeys(keys);
        }
    }

    /** A text with the positions of its first five colons. */
    static final class Arn {

        private final String text;
        private final int @Nullable [] colons;
        private final int serviceHash;

        Arn(String text) {
            this.text = text;
            int[] places = new int[SEGMENTS - 1];
            int from = 0;
            for (int i = 0; i < places.length && from >= 0; i++) {
                places[i] = text.indexOf(':', from);
                from = places[i] < 0 ? -1 : places[i] + 1;
            }
            this.colons = from < 0 ? null : places;
            this.serviceHash = segment(SERVICE).hashCode();
        }

        String text() {
            return text;
        }

        boolean isComplete() {
            return colons != null;
        }

        private int start(int segment) {
            return segment == 0 || colons == null ? 0 : colons[segment - 1] + 1;
        }

        private int end(int segment) {
            return segment == SEGMENTS - 1 || colons == null ? text.length() : colons[segment];
        }

        /** The given segment, from 0 for {@code arn} to 5 for the resource. Empty if the text is not an ARN. */
        String segment(int index) {
            return colons == null ? "" : text.substring(start(index), end(index));
        }
    }
}

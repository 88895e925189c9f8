package io.vpclocal.logs.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields by position. The slots between two ellipses form a run. Runs occur one after the other. The first is at the
 * start of the line and the last at its end, unless an ellipsis is there.
 *
 * <p>Without an ellipsis the line has as many fields as the pattern. A last slot without a condition takes the rest of
 * the line, as {@code [w1=ERROR, w2]} does in the AWS documentation.
 */
final class SpaceDelimitedMatcher implements LineMatcher {

    /** One position: its name in extracted values and its condition. */
    record Slot(@Nullable String name, @Nullable ValueTest test) {

        boolean accepts(String text, long field) {
            return test == null || test.test(text, Fields.from(text, field), Fields.to(text, field));
        }
    }

    private final Slot[][] runs;
    private final boolean lastTakesRest;

    /** @param runs the slots between ellipses; one run more than ellipses */
    SpaceDelimitedMatcher(List<List<Slot>> runs) {
        this.runs = runs.stream().map(run -> run.toArray(Slot[]::new)).toArray(Slot[][]::new);
        Slot[] first = this.runs[0];
        this.lastTakesRest = this.runs.length == 1 && first.length > 0 && first[first.length - 1].test() == null;
    }

    @Override
    public boolean matches(String message) {
        int at = matchRun(runs[0], message, 0);
        if (at < 0) {
            return false;
        }
        if (runs.length == 1) {
            return lastTakesRest || Fields.next(message, at) == Fields.NONE;
        }
        for (int i = 1; i < runs.length - 1; i++) {
            at = findRun(runs[i], message, at);
            if (at < 0) {
                return false;
            }
        }
        return matchAtEnd(runs[runs.length - 1], message, at);
    }

    /** Matches the run exactly at this field. Returns the field after it, or -1. */
    private static int matchRun(Slot[] run, String text, int from) {
        int at = from;
        for (Slot slot : run) {
            long field = Fields.next(text, at);
            if (field == Fields.NONE || !slot.accepts(text, field)) {
                return -1;
            }
            at = Fields.end(field);
        }
        return at;
    }

    private static int findRun(Slot[] run, String text, int from) {
        int at = from;
        while (true) {
            int end = matchRun(run, text, at);
            if (end >= 0) {
                return end;
            }
            long skipped = Fields.next(text, at);
            if (skipped == Fields.NONE) {
                return -1;
            }
            at = Fields.end(skipped);
        }
    }

    private static boolean matchAtEnd(Slot[] run, String text, int from) {
        int left = 0;
        for (long f = Fields.next(text, from); f != Fields.NONE; f = Fields.next(text, Fields.end(f))) {
            left++;
        }
        int at = from;
        for (int skip = left - run.length; skip > 0; skip--) {
            at = Fields.end(Fields.next(text, at));
        }
        return left >= run.length && matchRun(run, text, at) >= 0;
    }

    @Override
    public Map<String, String> extract(String message) {
        List<Long> fields = new ArrayList<>();
        for (long f = Fields.next(message, 0); f != Fields.NONE; f = Fields.next(message, Fields.end(f))) {
            fields.add(f);
        }
        @Nullable String[] names = names(message, fields);
        Map<String, String> values = new LinkedHashMap<>();
        int count = lastTakesRest ? runs[0].length : fields.size();
        for (int i = 0; i < count; i++) {
            long field = fields.get(i);
            boolean rest = i == count - 1 && fields.size() > count;
            String value = rest
                    ? message.substring(Fields.start(field))
                    : message.substring(Fields.from(message, field), Fields.to(message, field));
            values.put("$" + (names[i] == null ? Integer.toString(i + 1) : names[i]), value);
        }
        return values;
    }

    /** The slot name of each field of a matching message; null for an ellipsis or an empty slot. */
    private @Nullable String[] names(String message, List<Long> fields) {
        @Nullable String[] names = new @Nullable String[fields.size()];
        int at = 0;
        for (int i = 0; i < runs.length; i++) {
            Slot[] run = runs[i];
            if (i > 0 && i == runs.length - 1) {
                at = fields.size() - run.length;
            } else if (i > 0) {
                while (!acceptsAt(run, message, fields, at)) {
                    at++;
                }
            }
            for (Slot slot : run) {
                names[at++] = slot.name();
            }
        }
        return names;
    }

    private static boolean acceptsAt(Slot[] run, String message, List<Long> fields, int at) {
        for (int i = 0; i < run.length; i++) {
            if (at + i >= fields.size() || !run[i].accepts(message, fields.get(at + i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Arrays.deepToString(runs);
    }
}

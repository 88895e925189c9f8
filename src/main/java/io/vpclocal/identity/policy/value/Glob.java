package io.vpclocal.identity.policy.value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Matches text against a pattern. {@link #ANY_RUN} matches any characters or none, {@link #ANY_ONE} exactly one.
 *
 * <p>The two markers are Unicode noncharacters, so that a literal asterisk differs from a wildcard. The usual case
 * backtracks only to the last wildcard. If that takes too many steps, a bit-parallel automaton takes over, so the cost
 * is at most text length times pattern length divided by 64.
 */
public final class Glob {

    public static final char ANY_RUN = '\uFFFF';
    public static final char ANY_ONE = '\uFFFE';

    /** The limit of steps with backtracking. Patterns in real policies take far fewer. */
    private static final int PATIENCE = 4_096;

    private Glob() {}

    /** Replaces marker characters in ordinary text with the replacement character. */
    public static char literal(char c) {
        return c >= ANY_ONE ? '\uFFFD' : c;
    }

    public static boolean matches(char[] pattern, String text) {
        return matches(pattern, text, 0, text.length());
    }

    /** True if {@code text} from {@code from} (inclusive) to {@code to} (exclusive) matches the pattern. */
    public static boolean matches(char[] pattern, String text, int from, int to) {
        int p = 0;
        int t = from;
        int afterRun = -1;
        int retry = from;
        int steps = 0;
        while (t < to) {
            if (p < pattern.length && pattern[p] == ANY_RUN) {
                afterRun = ++p;
                retry = t;
                if (p == pattern.length) {
                    return true;
                }
            } else if (p < pattern.length && (pattern[p] == ANY_ONE || pattern[p] == text.charAt(t))) {
                p++;
                t++;
            } else if (afterRun >= 0) {
                p = afterRun;
                t = ++retry;
            } else {
                return false;
            }
            if (++steps > PATIENCE) {
                return matchesInParallel(pattern, text, from, to);
            }
        }
        while (p < pattern.length && pattern[p] == ANY_RUN) {
            p++;
        }
        return p == pattern.length;
    }

    /** Bit i of the state is set if the first i pattern characters match the text read so far. */
    private static boolean matchesInParallel(char[] original, String text, int from, int to) {
        char[] pattern = withSingleRuns(original);
        int words = (pattern.length >> 6) + 1;
        long[] runs = new long[words];
        long[] ones = new long[words];
        Map<Character, long[]> literals = new HashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            long[] mask =
                    switch (pattern[i]) {
                        case ANY_RUN -> runs;
                        case ANY_ONE -> ones;
                        default -> literals.computeIfAbsent(pattern[i], c -> new long[words]);
                    };
            mask[i >> 6] |= 1L << i;
        }
        long[] none = new long[words];
        long[] state = new long[words];
        state[0] = 1 | (runs[0] & 1) << 1;
        for (int t = from; t < to; t++) {
            if (!advance(state, literals.getOrDefault(text.charAt(t), none), ones, runs)) {
                return false;
            }
        }
        return (state[pattern.length >> 6] >>> pattern.length & 1) != 0;
    }

    /** Reads one character. False if the pattern can no longer match. */
    private static boolean advance(long[] state, long[] literal, long[] ones, long[] runs) {
        long carryConsumed = 0;
        long carrySkipped = 0;
        long any = 0;
        for (int w = 0; w < state.length; w++) {
            long consumed = state[w] & (literal[w] | ones[w]);
            long next = consumed << 1 | carryConsumed | state[w] & runs[w];
            carryConsumed = consumed >>> 63;
            long skipped = next & runs[w];
            state[w] = next | skipped << 1 | carrySkipped;
            carrySkipped = skipped >>> 63;
            any |= state[w];
        }
        return any != 0;
    }

    private static char[] withSingleRuns(char[] pattern) {
        char[] result = new char[pattern.length];
        int length = 0;
        for (char c : pattern) {
            if (c != ANY_RUN || length == 0 || result[length - 1] != ANY_RUN) {
                result[length++] = c;
            }
        }
        return Arrays.copyOf(result, length);
    }
}

package io.vpclocal.identity.policy;

import java.util.Arrays;

/**
 * A position in a policy document.
 *
 * @param line 1 for the first line; only LF ends a line
 * @param column 1 for the first character of a line, counted in UTF-16 units
 */
public record Position(int line, int column) {

    /** The line starts of a text. */
    static final class Lines {

        private final int length;
        private final int[] starts;

        Lines(String text) {
            int[] found = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
            int lines = 1;
            for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
                found[lines++] = at + 1;
            }
            this.length = text.length();
            this.starts = found;
        }

        Position at(int offset) {
            int inside = Math.min(offset, length);
            int found = Arrays.binarySearch(starts, inside);
            int line = found >= 0 ? found : -found - 2;
            return new Position(line + 1, inside - starts[line] + 1);
        }
    }
}

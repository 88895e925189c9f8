package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.value.Timestamp;
import io.vpclocal.logs.insights.value.Values;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The order of the {@code sort} command. AWS documentation, "sort": values that are not numbers come first, ordered by
 * characters, with runs of digits ordered by length and then by value. Numbers follow by value. UNVERIFIED: missing
 * values come first of all.
 */
final class NaturalOrder implements Comparator<@Nullable Object> {

    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        double a = Values.number(left);
        double b = Values.number(right);
        if (Double.isNaN(a) != Double.isNaN(b)) {
            return Double.isNaN(a) ? -1 : 1;
        }
        int order = Double.isNaN(a) ? 0 : Double.compare(a, b);
        if (order != 0 || (left instanceof Timestamp && right instanceof Timestamp)) {
            return order;
        }
        String leftText = String.valueOf(Values.text(left));
        String rightText = String.valueOf(Values.text(right));
        return Double.isNaN(a) ? characters(leftText, rightText) : leftText.compareTo(rightText);
    }

    private static int characters(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            if (isDigit(left.charAt(i)) && isDigit(right.charAt(j))) {
                int leftEnd = digits(left, i);
                int rightEnd = digits(right, j);
                int order = Integer.compare(leftEnd - i, rightEnd - j);
                if (order == 0) {
                    order = left.substring(i, leftEnd).compareTo(right.substring(j, rightEnd));
                }
                if (order != 0) {
                    return order;
                }
                i = leftEnd;
                j = rightEnd;
            } else {
                int order = Character.compare(left.charAt(i++), right.charAt(j++));
                if (order != 0) {
                    return order;
                }
            }
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

package io.vpclocal.proxy.action;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The actions that bucket policies can name, from {@code s3-actions.tsv}. */
public final class S3Actions {

    private static final String PREFIX = "s3:";
    private static final List<List<String>> LINES = Table.read("s3-actions.tsv");
    private static final Set<String> OF_RESOURCES = keys(LINES.get(0));
    private static final List<S3Action> ALL =
            LINES.stream().skip(1).map(S3Actions::action).toList();

    private S3Actions() {}

    /**
     * One action.
     *
     * @param name without prefix
     * @param resources {@code bucket}, {@code object}
     * @param keys condition keys of Amazon S3, of any case; a key that ends with a slash has a variable part
     */
    public record S3Action(String name, Set<String> resources, Set<String> keys) {

        /** Whether the action has a condition key. Keys of other services belong to no action. */
        public boolean takes(String key) {
            return knows(keys, key) || knows(OF_RESOURCES, key);
        }
    }

    /** The actions that a value of Action matches, for example {@code s3:Get*}. */
    public static List<S3Action> matching(String pattern) {
        if (pattern.equals("*")) {
            return ALL;
        }
        String text = pattern.toLowerCase(Locale.ROOT);
        if (!text.startsWith(PREFIX)) {
            return List.of();
        }
        StringBuilder regex = new StringBuilder();
        for (char c : text.substring(PREFIX.length()).toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        Pattern names = Pattern.compile(regex.toString());
        return ALL.stream()
                .filter(action ->
                        names.matcher(action.name().toLowerCase(Locale.ROOT)).matches())
                .toList();
    }

    /** Whether any action has the condition key. */
    public static boolean isKey(String key) {
        return ALL.stream().anyMatch(action -> action.takes(key));
    }

    private static boolean knows(Set<String> keys, String key) {
        return keys.contains(key) || keys.contains(key.substring(0, key.indexOf('/') + 1));
    }

    private static S3Action action(List<String> line) {
        return new S3Action(line.get(0), Set.of(line.get(1).split(",", -1)), keys(line));
    }

    private static Set<String> keys(List<String> line) {
        Set<String> keys = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String key : line.get(2).split(",", -1)) {
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
        return keys;
    }
}

package io.vpclocal.logs;

/** Text as a literal operand of {@code like … escape '!'}. */
public final class LikePattern {

    private LikePattern() {}

    public static String prefix(String text) {
        return escape(text) + "%";
    }

    public static String contains(String text) {
        return "%" + escape(text) + "%";
    }

    private static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}

package io.vpclocal.logs.insights;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All functions of the query language by lowercase name. AWS documentation, "Boolean, comparison, numeric, datetime,
 * and other functions".
 */
final class Functions {

    /** A function with its number of arguments. */
    record Definition(int least, int most, Body body) {}

    /** The code of a function. An argument that is missing in the row is null. */
    @FunctionalInterface
    interface Body {
        @Nullable
        Object apply(Row row, @Nullable Object[] arguments);
    }

    static final int ANY_NUMBER = Integer.MAX_VALUE;

    private static final Functions ALL = new Functions();

    private final Map<String, Definition> definitions = new HashMap<>();

    private Functions() {
        NumericFunctions.addTo(this);
        StringFunctions.addTo(this);
        CodingFunctions.addTo(this);
        DateFunctions.addTo(this);
        IpFunctions.addTo(this);
        GeneralFunctions.addTo(this);
    }

    static @Nullable Definition named(String name) {
        return ALL.definitions.get(name.toLowerCase(Locale.ROOT));
    }

    void add(String name, int least, int most, Body body) {
        definitions.put(name.toLowerCase(Locale.ROOT), new Definition(least, most, body));
    }
}

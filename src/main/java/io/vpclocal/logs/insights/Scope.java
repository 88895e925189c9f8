package io.vpclocal.logs.insights;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that an expression may name: all before {@code stats}, and its results after it. */
final class Scope {

    private final Set<String> made = new HashSet<>();
    private @Nullable Set<String> only;

    /** False if the name is already defined: AWS allows a query to define a field only once. */
    boolean make(String name) {
        if (only != null) {
            only.add(name);
        }
        return made.add(name);
    }

    boolean knows(String name) {
        if (only == null || only.contains(name)) {
            return true;
        }
        for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
            if (only.contains(name.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }

    /** True if {@code stats} has a column of exactly this name, such as {@code count(*)}. */
    boolean hasColumn(String name) {
        return only != null && only.contains(name);
    }

    void narrowTo(Collection<String> columns) {
        made.clear();
        only = new HashSet<>(columns);
    }
}

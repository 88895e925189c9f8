package io.vpclocal.identity.policy;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The value of a condition key: one string, or the strings of a multivalued key. It may be computed on first use. */
final class ContextValue {

    private final String name;
    private final boolean multivalued;
    private @Nullable Supplier<? extends Collection<String>> source;
    private volatile @Nullable List<String> values;

    private ContextValue(String name, boolean multivalued, Supplier<? extends Collection<String>> source) {
        this.name = name;
        this.multivalued = multivalued;
        this.source = source;
    }

    private ContextValue(String name, boolean multivalued, List<String> values) {
        this.name = name;
        this.multivalued = multivalued;
        this.values = values;
    }

    static ContextValue single(String name, String value) {
        return new ContextValue(name, false, List.of(value));
    }

    static ContextValue multiple(String name, Collection<String> values) {
        return new ContextValue(name, true, List.copyOf(values));
    }

    static ContextValue lazy(String name, boolean multivalued, Supplier<? extends Collection<String>> source) {
        return new ContextValue(name, multivalued, source);
    }

    String name() {
        return name;
    }

    boolean isMultivalued() {
        return multivalued;
    }

    List<String> values() {
        List<String> known = values;
        return known == null ? compute() : known;
    }

    private synchronized List<String> compute() {
        List<String> known = values;
        if (known == null) {
            known = source == null ? List.of() : List.copyOf(source.get());
            values = known;
            source = null;
        }
        return known;
    }

    boolean isAbsent() {
        return values().isEmpty();
    }

    /** The value of a single-valued key; null for a multivalued or absent one. */
    @Nullable
    String single() {
        List<String> all = values();
        return multivalued || all.isEmpty() ? null : all.get(0);
    }
}

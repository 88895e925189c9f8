package io.vpclocal.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * What a Describe action can filter by, and how large its pages may be. One constant per action; {@link Describer} does
 * the rest.
 */
public final class Describe<T> {

    private static final int MOST_FILTERS = 50;
    private static final int MOST_VALUES = 200;

    private final Map<String, Value<T>> extractors;
    private final Map<String, String> columns;
    private final boolean tagged;
    private final boolean privateLink;
    private final MaxResults maxResults;
    private final @Nullable String idSet;

    private Describe(Builder<T> builder) {
        this.extractors = Map.copyOf(builder.extractors);
        this.columns = Map.copyOf(builder.columns);
        this.tagged = builder.tagged;
        this.privateLink = builder.privateLink;
        this.maxResults = builder.maxResults;
        this.idSet = builder.idSet;
    }

    public static <T> Builder<T> filters() {
        return new Builder<>();
    }

    MaxResults maxResults() {
        return maxResults;
    }

    @Nullable
    String idSet() {
        return idSet;
    }

    /** The entity's attribute that holds a filter's value, if the database can evaluate the filter. */
    @Nullable
    String column(Filter filter) {
        return filter.values().stream().allMatch(SqlPatterns::expressible) ? columns.get(filter.name()) : null;
    }

    /** How a filter's value is told from an item, for a filter that {@link #column} knows. */
    Value<T> value(String filter) {
        return Objects.requireNonNull(extractors.get(filter));
    }

    /** Refuses unknown names, missing values and too many of either. */
    void requireValid(List<Filter> filters) {
        if (filters.size() > MOST_FILTERS) {
            throw FilterErrors.tooMany("filters", MOST_FILTERS);
        }
        for (Filter filter : filters) {
            if (filter.name() == null || filter.name().isEmpty()) {
                throw FilterErrors.nameMissing();
            }
            if (!known(filter.name())) {
                throw FilterErrors.unknown(filter.name(), privateLink);
            }
            if (filter.values().isEmpty()) {
                throw FilterErrors.valuesMissing(filter.name());
            }
            if (filter.values().size() > MOST_VALUES) {
                throw FilterErrors.tooMany("values of a filter", MOST_VALUES);
            }
        }
    }

    /** True if the item has, for every filter, one of its values. */
    boolean matches(T item, List<Tag> tags, List<Filter> filters) {
        for (Filter filter : filters) {
            if (!matches(values(item, tags, filter.name()), filter.values())) {
                return false;
            }
        }
        return true;
    }

    private boolean known(String name) {
        return extractors.containsKey(name) || (tagged && tagFilter(name));
    }

    private static boolean tagFilter(String name) {
        return name.equals("tag-key") || name.equals("tag-value") || (name.startsWith("tag:") && name.length() > 4);
    }

    private Collection<?> values(T item, List<Tag> tags, String name) {
        Value<T> extractor = extractors.get(name);
        if (extractor != null) {
            Object value = extractor.of(item);
            return value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
        }
        List<String> values = new ArrayList<>();
        for (Tag tag : tags) {
            if (name.equals("tag-key")) {
                values.add(tag.key());
            } else if (name.equals("tag-value") || name.equals("tag:" + tag.key())) {
                values.add(tag.value());
            }
        }
        return values;
    }

    private static boolean matches(Collection<?> values, List<String> patterns) {
        for (Object value : values) {
            String text = String.valueOf(value);
            for (String pattern : patterns) {
                if (Wildcards.isPattern(pattern) ? Wildcards.matches(pattern, text) : pattern.equals(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What an item tells for one filter: a value, a collection of values, or null if it has none. */
    public interface Value<T> {
        @Nullable
        Object of(T item);
    }

    /** Collects the filters of one action. */
    public static final class Builder<T> {

        private final Map<String, Value<T>> extractors = new LinkedHashMap<>();
        private final Map<String, String> columns = new LinkedHashMap<>();
        private boolean tagged;
        private boolean privateLink;
        private MaxResults maxResults = MaxResults.classic(5, 1000);
        private @Nullable String idSet;

        /** A filter by a value, or by any of a collection of values, that the item tells. */
        public Builder<T> filter(String name, Value<T> value) {
            extractors.put(name, value);
            return this;
        }

        /** A filter by a text attribute of the entity, which the database evaluates where it can. */
        public Builder<T> column(String name, String attribute, Value<T> value) {
            columns.put(name, attribute);
            return filter(name, value);
        }

        /** The filters by tag: {@code tag:<key>} and {@code tag-key}. */
        public Builder<T> tags() {
            tagged = true;
            return this;
        }

        /** Unknown filters are refused as the PrivateLink actions refuse them. */
        public Builder<T> privateLink() {
            privateLink = true;
            return this;
        }

        public Builder<T> maxResults(MaxResults range) {
            maxResults = range;
            return this;
        }

        /** The action refuses ids together with a page size, calling the ids by this name. */
        public Builder<T> idsExcludePaging(String set) {
            idSet = set;
            return this;
        }

        public Describe<T> build() {
            return new Describe<>(this);
        }
    }
}

package io.vpclocal.resource;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * The filters and page sizes of a Describe action. Each action has one constant, and {@link Describer} evaluates it.
 */
public final class Describe<T> {

    private static final int MOST_FILTERS = 50;
    private static final int MOST_VALUES = 200;

    private final Map<String, Value<T>> extractors;
    private final Map<String, String> columns;
    private final boolean tagged;
    private final boolean privateLink;
    private final boolean anyFilter;
    private final MaxResults maxResults;
    private final @Nullable String idSet;
    private final List<Filter> always;

    private Describe(Builder<T> builder) {
        this.extractors = Map.copyOf(builder.extractors);
        this.columns = Map.copyOf(builder.columns);
        this.tagged = builder.tagged;
        this.privateLink = builder.privateLink;
        this.anyFilter = builder.anyFilter;
        this.maxResults = builder.maxResults;
        this.idSet = builder.idSet;
        this.always = List.copyOf(builder.always);
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

    /** The entity attribute with the filter's value, if the database can evaluate the filter. */
    @Nullable
    String column(Filter filter) {
        return filter.values().stream().allMatch(SqlPatterns::expressible) ? columns.get(filter.name()) : null;
    }

    /** The function that reads the filter's value from an item, for a filter known to {@link #column}. */
    Value<T> value(String filter) {
        return Objects.requireNonNull(extractors.get(filter));
    }

    /** Rejects unknown names, missing values, and too many filters or values. */
    void requireValid(List<Filter> filters) {
        if (filters.size() > MOST_FILTERS) {
            throw FilterErrors.tooManyFilters(MOST_FILTERS);
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
        }
        if (filters.stream().mapToInt(filter -> filter.values().size()).sum() > MOST_VALUES) {
            throw FilterErrors.tooManyValues(MOST_VALUES, privateLink);
        }
    }

    /** The requested filters and those of every page. */
    List<Filter> applied(List<Filter> requested) {
        return Stream.concat(requested.stream(), always.stream()).toList();
    }

    /** True if the item matches every filter with at least one of its values. */
    boolean matches(T item, List<Tag> tags, List<Filter> filters) {
        for (Filter filter : filters) {
            if (!matches(values(item, tags, filter.name()), filter.values())) {
                return false;
            }
        }
        return true;
    }

    private boolean known(String name) {
        return anyFilter || extractors.containsKey(name) || (tagged && tagFilter(name));
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

    /** Reads the value of one filter from an item: a value, a collection of values, or null. */
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
        private boolean anyFilter;
        private MaxResults maxResults = MaxResults.classic(5, 1000);
        private @Nullable String idSet;
        private final List<Filter> always = new ArrayList<>();

        /** Adds a filter by a value of the item, or by any value of a collection. */
        public Builder<T> filter(String name, Value<T> value) {
            extractors.put(name, value);
            return this;
        }

        /** Adds a filter by a text attribute of the entity. The database evaluates it where possible. */
        public Builder<T> column(String name, String attribute, Value<T> value) {
            columns.put(name, attribute);
            return filter(name, value);
        }

        /** Adds the tag filters: {@code tag:<key>} and {@code tag-key}. */
        public Builder<T> tags() {
            tagged = true;
            return this;
        }

        /** Rejects unknown filters with the error of the PrivateLink actions. */
        public Builder<T> privateLink() {
            privateLink = true;
            return this;
        }

        /** Accepts filters of any name, for lists without items. */
        public Builder<T> anyFilter() {
            anyFilter = true;
            return this;
        }

        public Builder<T> maxResults(MaxResults range) {
            maxResults = range;
            return this;
        }

        /** Shows only items with this value. The filter does not count in the limits of a request. */
        public Builder<T> always(String name, String value) {
            always.add(Filter.builder().name(name).values(value).build());
            return this;
        }

        /** Rejects ids together with a page size. The error calls the ids by this name. */
        public Builder<T> idsExcludePaging(String set) {
            idSet = set;
            return this;
        }

        public Describe<T> build() {
            return new Describe<>(this);
        }
    }
}

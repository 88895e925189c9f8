package io.vpclocal.resource;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Tag;

/**
 * One page of a description.
 *
 * @param tags the items' tags by resource id
 * @param nextToken null on the last page
 */
public record Page<T>(
        List<T> items,
        Map<String, List<Tag>> tags,
        @Nullable String nextToken) {

    /** An empty last page. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), Map.of(), null);
    }

    public <R> List<R> map(Function<T, R> toWire) {
        return items.stream().map(toWire).toList();
    }

    /** Maps each item with its tags. */
    public <R> List<R> map(BiFunction<T, List<Tag>, R> toWire, Function<T, String> id) {
        return items.stream()
                .map(item -> toWire.apply(item, tags.getOrDefault(id.apply(item), List.of())))
                .toList();
    }
}

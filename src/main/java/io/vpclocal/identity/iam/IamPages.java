package io.vpclocal.identity.iam;

import io.vpclocal.protocol.key.PageTokens;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Cuts lists into pages of {@code MaxItems}, each continued by a {@code Marker}. */
@Component
public class IamPages {

    /** @param marker the start of the next page; null on the last page */
    public record Slice<T>(List<T> items, @Nullable String marker) {

        public boolean truncated() {
            return marker != null;
        }

        public <R> List<R> map(Function<T, R> toWire) {
            return items.stream().map(toWire).toList();
        }

        /** The answer that has this page's items already, with {@code IsTruncated} and {@code Marker}. */
        public <R, B extends SdkPojo & SdkBuilder<B, R>> R answer(B answer) {
            for (SdkField<?> field : answer.sdkFields()) {
                switch (field.memberName()) {
                    case "IsTruncated" -> field.set(answer, truncated());
                    case "Marker" -> field.set(answer, marker);
                    default -> {}
                }
            }
            return answer.build();
        }
    }

    private final PageTokens tokens;

    IamPages(PageTokens tokens) {
        this.tokens = tokens;
    }

    /** A page of named entities, read from the database. */
    public <T extends IamEntity> Slice<T> named(
            IamRepository<T> rows,
            String action,
            IamScope scope,
            @Nullable String pathPrefix,
            @Nullable String marker,
            @Nullable Integer maxItems) {
        int size = size(maxItems);
        String prefix = IamParams.pathPrefix(pathPrefix);
        String query = action + "\n" + scope.id() + "\n" + prefix;
        String after = marker == null ? "" : position(query, marker);
        return slice(rows.page(scope, prefix, after, size + 1), size, query, row -> IamEntity.key(row.name()));
    }

    /** A page of a list in memory. The list is sorted by keys, which must be unique. The marker is a key. */
    public <T> Slice<T> of(
            List<T> all, Function<T, String> key, String query, @Nullable String marker, @Nullable Integer maxItems) {
        int size = size(maxItems);
        String after = marker == null ? "" : position(query, marker);
        List<T> rest = all.stream()
                .sorted(Comparator.comparing(key))
                .filter(item -> key.apply(item).compareTo(after) > 0)
                .toList();
        return slice(rest, size, query, key);
    }

    private <T> Slice<T> slice(List<T> rest, int size, String query, Function<T, String> key) {
        if (rest.size() <= size) {
            return new Slice<>(rest, null);
        }
        List<T> items = rest.subList(0, size);
        return new Slice<>(items, tokens.write(query, key.apply(items.get(size - 1))));
    }

    private static int size(@Nullable Integer maxItems) {
        return maxItems == null ? IamLimits.PAGE : maxItems;
    }

    private String position(String query, String marker) {
        return tokens.read(query, marker).orElseThrow(IamErrors::invalidMarker);
    }
}

package io.vpclocal.loadbalancer.resource;

import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.key.PageTokens;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Splits descriptions into pages by marker. */
@Component
public class ElbPages {

    private final PageTokens tokens;

    ElbPages(PageTokens tokens) {
        this.tokens = tokens;
    }

    /** @param nextMarker null on the last page */
    public record Page<T>(List<T> items, @Nullable String nextMarker) {}

    /**
     * The page that a request asks for.
     *
     * @param key the unique key of an item
     * @throws io.vpclocal.protocol.AwsException {@code ValidationError} if the size is out of range, or the marker is
     *     not from this action
     */
    public <T> Page<T> page(
            Call call, List<T> all, Function<T, String> key, @Nullable Integer pageSize, @Nullable String marker) {
        Integer wanted = ElbParams.inRange(pageSize, "pageSize", 1, ElbLimits.PAGE_SIZE);
        int size = wanted == null ? ElbLimits.PAGE_SIZE : wanted;
        String query = call.action()
                + ' '
                + call.scope().account()
                + ' '
                + call.scope().region();
        int from = marker == null ? 0 : after(all, key, position(query, marker));
        int to = Math.min(all.size(), from + size);
        List<T> items = all.subList(from, to);
        return new Page<>(items, to < all.size() ? tokens.write(query, to + " " + key.apply(all.get(to - 1))) : null);
    }

    private String position(String query, String marker) {
        return tokens.read(query, marker).orElseThrow(() -> ElbErrors.validation("The specified marker is not valid"));
    }

    /** The index after the last item of the previous page, also if that item was deleted. */
    private static <T> int after(List<T> all, Function<T, String> key, String position) {
        int blank = position.indexOf(' ');
        String last = position.substring(blank + 1);
        for (int i = 0; i < all.size(); i++) {
            if (key.apply(all.get(i)).equals(last)) {
                return i + 1;
            }
        }
        return Math.min(all.size(), Integer.parseInt(position.substring(0, blank)) - 1);
    }
}

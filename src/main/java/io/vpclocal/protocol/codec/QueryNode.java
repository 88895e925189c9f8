package io.vpclocal.protocol.codec;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Form parameters as a tree by their dotted names: {@code Filter.1.Name} is three levels deep. */
public final class QueryNode {

    private static final int MAX_DEPTH = 24;

    private @Nullable String value;
    private final Map<String, QueryNode> children = new LinkedHashMap<>();

    private QueryNode() {}

    /** Parses {@code application/x-www-form-urlencoded} text. If a name is repeated, the last value counts. */
    public static QueryNode parse(String form, AwsService service) {
        QueryNode root = new QueryNode();
        for (String pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals), service);
                String text = equals < 0 ? "" : decode(pair.substring(equals + 1), service);
                require(name, text, service);
                root.put(name, text, service);
            }
        }
        return root;
    }

    /** The value of a top-level parameter. */
    public @Nullable String value(String name) {
        QueryNode child = children.get(name);
        return child == null ? null : child.value;
    }

    @Nullable
    String value() {
        return value;
    }

    @Nullable
    QueryNode child(String name) {
        return children.get(name);
    }

    Map<String, QueryNode> children() {
        return children;
    }

    /** True if the name is a list index. */
    static boolean isIndex(String name) {
        return !name.isEmpty() && name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The children with numeric names, in numeric order. Gaps are allowed, as at AWS. */
    Collection<QueryNode> numbered() {
        Map<Integer, QueryNode> sorted = new TreeMap<>();
        children.forEach((name, child) -> {
            if (isIndex(name)) {
                sorted.put(Integer.valueOf(name), child);
            }
        });
        return sorted.values();
    }

    private static void require(String name, String text, AwsService service) {
        if (!Characters.fitXml(name)) {
            throw CommonErrors.malformedBody(service, null);
        }
        Characters.require(service, name, text);
    }

    private void put(String name, String text, AwsService service) {
        String[] path = name.split("\\.", -1);
        if (path.length > MAX_DEPTH) {
            throw CommonErrors.malformedBody(service, null);
        }
        QueryNode node = this;
        for (String step : path) {
            node = node.children.computeIfAbsent(step, key -> new QueryNode());
        }
        node.value = text;
    }

    private static String decode(String text, AwsService service) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw CommonErrors.malformedBody(service, null);
        }
    }
}

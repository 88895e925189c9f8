package io.vpclocal.proxy.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Method and path of an operation of a REST service.
 *
 * @param segments literal ones, {@code {x}} for any one, and {@code {x+}} for one or more
 * @param query parameters that the request must have; an empty value means any
 */
record RestPath(String method, List<String> segments, Map<String, String> query, String operation) {

    /** @param uri such as {@code /clusters/{name}?force=true} */
    static RestPath of(String method, String uri, String operation) {
        int mark = uri.indexOf('?');
        Map<String, String> query =
                mark < 0 ? Map.of() : Query.of(uri.substring(mark + 1)).values();
        return new RestPath(method, List.of(segments(mark < 0 ? uri : uri.substring(0, mark))), query, operation);
    }

    /** The parts between slashes; a slash at the end makes no difference. */
    static String[] segments(String path) {
        List<String> parts = new ArrayList<>(Arrays.asList(path.split("/", -1)));
        parts.removeIf(String::isEmpty);
        return parts.toArray(String[]::new);
    }

    /** How many segments are literal: of two paths that fit, the one with more is meant. */
    int literals() {
        return (int) segments.stream().filter(segment -> !member(segment)).count();
    }

    boolean fits(String called, String[] path, Query given) {
        boolean greedy = segments.stream().anyMatch(RestPath::greedy);
        if (!called.equals(method) || (greedy ? path.length < segments.size() : path.length != segments.size())) {
            return false;
        }
        int at = 0;
        for (String segment : segments) {
            int end = at + (greedy(segment) ? path.length - segments.size() + 1 : 1);
            if (!member(segment) && !segment.equals(path[at])) {
                return false;
            }
            at = end;
        }
        return query.entrySet().stream()
                .allMatch(wanted -> given.has(wanted.getKey())
                        && (wanted.getValue().isEmpty() || wanted.getValue().equals(given.get(wanted.getKey()))));
    }

    /** The members in a path that fits, decoded. */
    Map<String, String> members(String[] path) {
        Map<String, String> members = new LinkedHashMap<>();
        int at = 0;
        for (String segment : segments) {
            int end = at + (greedy(segment) ? path.length - segments.size() + 1 : 1);
            if (member(segment)) {
                String name = segment.substring(1, segment.length() - (greedy(segment) ? 2 : 1));
                // A plus sign is a space in queries only.
                members.put(
                        name,
                        Query.decoded(String.join("/", Arrays.copyOfRange(path, at, end))
                                .replace("+", "%2B")));
            }
            at = end;
        }
        return members;
    }

    private static boolean member(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static boolean greedy(String segment) {
        return segment.startsWith("{") && segment.endsWith("+}");
    }
}

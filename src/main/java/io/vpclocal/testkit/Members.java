package io.vpclocal.testkit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The members of a JSON request, in order. */
record Members(Map<String, Object> map) {

    static final Members NONE = new Members(Map.of());

    Members with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(map);
        more.put(name, value);
        return new Members(Collections.unmodifiableMap(more));
    }
}

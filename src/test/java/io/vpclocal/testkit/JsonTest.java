package io.vpclocal.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {

    record Inner(@Nullable String text) {}

    record Outer(
            Instant time,
            Duration length,
            int count,
            @Nullable Integer missing,
            double share,
            boolean set,
            List<Inner> items,
            List<String> none,
            Map<String, String> map) {}

    @Test
    void membersBecomeComponentsAndUnknownOnesAreIgnored() {
        String text = """
                {"time": "2030-01-02T03:04:05Z", "length": "PT1M", "count": 3, "share": 0.5, "set": true,
                 "items": [{"text": "a\\"b"}, {"text": null, "new": {}}], "map": {"a": "b"}, "future": [1]}
                """;
        assertThat(Json.read(text, Outer.class))
                .isEqualTo(new Outer(
                        Instant.parse("2030-01-02T03:04:05Z"),
                        Duration.ofMinutes(1),
                        3,
                        null,
                        0.5,
                        true,
                        List.of(new Inner("a\"b"), new Inner(null)),
                        List.of(),
                        Map.of("a", "b")));
    }

    /** RFC 8259: quotation mark, reverse solidus and control characters are escaped. */
    @Test
    void textsAreEscaped() {
        assertThat(Json.write(Arrays.asList("\"\\\n\u0001ä", 1, true, null, Map.of("a", Instant.EPOCH))))
                .isEqualTo("[\"\\\"\\\\\\u000a\\u0001ä\",1,true,null,{\"a\":\"1970-01-01T00:00:00Z\"}]");
    }
}

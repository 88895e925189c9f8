package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.NamedCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Filters whose value the answer shows: a documented filter finds the resource by the value that an answer without filters
 * shows for it.
 */
@EmulatorTest
class VisibleFiltersTest {

    private final String account = Aws.newAccount();

    @Autowired
    private Aws aws;

    /** Where the answer shows the value of a filter, if the names differ; by action and filter. */
    private static final Map<String, String> ELSEWHERE = elsewhere();

    @Test
    void everyVisibleValueIsFound() throws Exception {
        FilteredResources resources = new FilteredResources(aws, account);
        NamedCalls calls = new NamedCalls(aws, account);
        int found = 0;
        List<String> missed = new ArrayList<>();
        for (String line : DocumentedFiltersTest.actions().toList()) {
            String[] words = line.split(" ");
            String all = "Action=" + words[0] + resources.required(words[0]);
            ShownValues shown = ShownValues.in(calls.success(all));
            for (int i = 1; i < words.length; i++) {
                String path = path(words[0], words[i]);
                String value = shown.of(path).orElse(null);
                if (value == null) {
                    continue;
                }
                String form = all + "&Filter.1.Name=" + words[i] + "&Filter.1.Value.1=" + literal(value);
                if (ShownValues.in(calls.success(form)).of(path).isPresent()) {
                    found++;
                } else {
                    missed.add(words[0] + " " + words[i] + " = " + value);
                }
            }
        }
        assertThat(missed).isEmpty();
        // The other filters compare what answers do not show, or what no emulated resource has.
        assertThat(found).isGreaterThan(480);
    }

    private static String literal(String value) {
        return URLEncoder.encode(value.replaceAll("([*?\\\\])", "\\\\$1"), StandardCharsets.UTF_8);
    }

    private static String path(String action, String filter) {
        return ELSEWHERE.getOrDefault(action + " " + filter, ELSEWHERE.getOrDefault("* " + filter, filter));
    }

    private static Map<String, String> elsewhere() {
        try (InputStream in =
                Objects.requireNonNull(VisibleFiltersTest.class.getResourceAsStream("shown-filters.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(words -> words[0] + " " + words[1], words -> words[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.value.Values;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields by their position in a message of space-separated values. */
final class SplitFields implements FieldDiscovery {

    private record Format(List<String> names, Map<String, Integer> places) {

        static Format of(List<String> names) {
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                places.putIfAbsent(names.get(i), i);
            }
            return new Format(List.copyOf(names), places);
        }
    }

    private final List<Format> formats;

    SplitFields(List<List<String>> formats) {
        this.formats = formats.stream().map(Format::of).toList();
    }

    @Override
    public Discovered discover(String message) {
        int values = 1;
        for (int i = 0; i < message.length(); i++) {
            if (message.charAt(i) == ' ') {
                values++;
            }
        }
        for (Format format : formats) {
            if (format.names.size() == values) {
                return new Values(format, message);
            }
        }
        return JsonFields.of(message);
    }

    private record Values(Format format, String message) implements Discovered {

        @Override
        public @Nullable Object get(String name) {
            Integer place = format.places.get(name);
            if (place == null) {
                return null;
            }
            int start = 0;
            for (int skip = place; skip > 0; skip--) {
                start = message.indexOf(' ', start) + 1;
            }
            int end = message.indexOf(' ', start);
            return message.substring(start, end < 0 ? message.length() : end);
        }

        @Override
        public Collection<String> names() {
            return format.names;
        }
    }
}

package io.vpclocal.logs.query;

import io.vpclocal.logs.LogGroupFormats;
import io.vpclocal.logs.group.LogGroupEntity;
import io.vpclocal.logs.insights.FieldDiscovery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Chooses the field discovery of a log group. AWS discovers fields in the Standard class only. */
@Component
class Discovery {

    private static final FieldDiscovery.Discovered NONE = new FieldDiscovery.Discovered() {

        @Override
        public @Nullable Object get(String name) {
            return null;
        }

        @Override
        public Collection<String> names() {
            return List.of();
        }
    };

    private final ObjectProvider<LogGroupFormats> formats;

    Discovery(ObjectProvider<LogGroupFormats> formats) {
        this.formats = formats;
    }

    FieldDiscovery of(LogGroupEntity group) {
        if (!group.logGroupClass().equals("STANDARD")) {
            return message -> NONE;
        }
        List<List<String>> known = new ArrayList<>();
        formats.orderedStream().forEach(source -> known.addAll(source.formats(group.scope(), group.name())));
        return known.isEmpty() ? FieldDiscovery.json() : FieldDiscovery.flowLogs(known);
    }
}

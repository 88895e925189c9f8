package io.vpclocal.logs.insights;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the fields of a message are found when a query does not parse it itself. One strategy serves a log group. */
public interface FieldDiscovery {

    Discovered discover(String message);

    /** The fields of one message. */
    interface Discovered {

        /** A string, a number, a boolean or null when there is no such field. */
        @Nullable
        Object get(String name);

        Collection<String> names();
    }

    /** JSON messages only: members by dotted names, array elements by their index, 200 fields at most. */
    static FieldDiscovery json() {
        return JsonFields::of;
    }

    /**
     * Messages of values with single spaces between them. The first list of names that is as long as the message
     * supplies the names; a message that fits none is treated as JSON. A lone dash is a value like any other.
     *
     * @param formats names in the order of their values, one list per format in use
     */
    static FieldDiscovery spaceSeparated(List<List<String>> formats) {
        return new SplitFields(formats);
    }

    /**
     * Flow log records.
     *
     * @param formats the fields of each format as flow logs name them, such as {@code interface-id}
     */
    static FieldDiscovery flowLogs(List<List<String>> formats) {
        return spaceSeparated(formats.stream()
                .map(format -> format.stream().map(FlowLogNames::discovered).toList())
                .toList());
    }
}

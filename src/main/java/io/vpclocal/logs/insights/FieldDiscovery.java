package io.vpclocal.logs.insights;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way to find the fields of a message that the query does not parse itself. A log group has one strategy. */
public interface FieldDiscovery {

    Discovered discover(String message);

    /** The fields of one message. */
    interface Discovered {

        /** A string, a number or a boolean; null if the field does not exist. */
        @Nullable
        Object get(String name);

        Collection<String> names();
    }

    /** Fields of JSON messages: members by dotted names, array elements by index, at most 200 fields. */
    static FieldDiscovery json() {
        return JsonFields::of;
    }

    /**
     * Fields of messages with single spaces between values. The first list of names with the message's number of values
     * names them. A message that fits no list is treated as JSON. A single dash is a normal value.
     *
     * @param formats the names in the order of their values, one list per format in use
     */
    static FieldDiscovery spaceSeparated(List<List<String>> formats) {
        return new SplitFields(formats);
    }

    /**
     * Fields of flow log records.
     *
     * @param formats the fields of each format, spelled as in flow logs, such as {@code interface-id}
     */
    static FieldDiscovery flowLogs(List<List<String>> formats) {
        return spaceSeparated(formats.stream()
                .map(format -> format.stream().map(FlowLogNames::discovered).toList())
                .toList());
    }
}

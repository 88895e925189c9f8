package io.vpclocal.flowlog.record;

import io.vpclocal.flowlog.record.FlowAttributes.NextHop;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a field's value from a record: an Integer, a Long, an object whose text is the value, or null. */
@FunctionalInterface
interface FieldValue {

    @Nullable
    Object of(FlowRecord record, RecordField field);

    /** Reads a value from one part of a record; null if the part has none. */
    @FunctionalInterface
    interface Part<T> {
        @Nullable
        Object of(T part);
    }

    static FieldValue of(Part<FlowRecord> part) {
        return (record, field) -> part.of(record);
    }

    static FieldValue ofInterface(Part<InterfaceDetails> part) {
        return (record, field) -> part.of(record.networkInterface());
    }

    static FieldValue ofFlow(Part<FlowAttributes> part) {
        return (record, field) -> {
            FlowAttributes flow = record.flow();
            return flow == null ? null : part.of(flow);
        };
    }

    static FieldValue ofNextHop(Part<NextHop> part) {
        return ofFlow(flow -> {
            NextHop next = flow.nextHop();
            return next == null ? null : part.of(next);
        });
    }

    static FieldValue ofMore() {
        return (record, field) -> record.networkInterface().more().get(field);
    }

    static FieldValue ofTag() {
        return (record, field) -> {
            String tag = record.networkInterface().more().get(field);
            return tag == null ? null : escaped(tag);
        };
    }

    static FieldValue bytes() {
        return (record, field) -> {
            FlowAttributes flow = record.flow();
            boolean given = flow != null && !FlowAttributes.BLOCK_PUBLIC_ACCESS.equals(flow.rejectReason());
            return given ? record.bytes() : null;
        };
    }

    static FieldValue pathCode() {
        return ofFlow(flow -> {
            TrafficPath path = flow.trafficPath();
            return path == null ? null : path.code();
        });
    }

    /** Percent-encodes all but unreserved characters as UTF-8. UNVERIFIED: the set of characters that AWS keeps. */
    private static String escaped(String tag) {
        StringBuilder out = new StringBuilder(tag.length() + 8);
        for (byte octet : tag.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
            if (plain) {
                out.append(c);
            } else {
                out.append('%').append(String.format("%02X", octet));
            }
        }
        return out.toString();
    }
}

package io.vpclocal.flowlog.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a flow log in order, as in {@code LogFormat}: <code>${version} ${account-id}</code>.
 *
 * @param fields at least one
 */
public record RecordFormat(List<RecordField> fields) {

    /** The format of a flow log without {@code LogFormat}: the fields of version 2. */
    public static final RecordFormat DEFAULT = new RecordFormat(
            RecordField.ALL.stream().filter(field -> field.version() == 2).toList());

    private static final String ABSENT = "-";
    private static final Pattern TOKENS = Pattern.compile("\\$\\{[A-Za-z0-9-]+}");

    public RecordFormat {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("The log format has no field. Expected at least one.");
        }
    }

    /**
     * Parses a {@code LogFormat}: known fields in <code>${}</code>, separated by single spaces. UNVERIFIED: a field may
     * be named twice.
     *
     * @param format null or empty for the default format
     * @throws InvalidRecordFormatException with EC2's message if AWS rejects the format
     */
    public static RecordFormat parse(@Nullable String format) {
        if (format == null || format.isEmpty()) {
            return DEFAULT;
        }
        List<RecordField> fields = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String token : format.split(" ", -1)) {
            if (!TOKENS.matcher(token).matches()) {
                throw InvalidRecordFormatException.malformed(format);
            }
            String name = token.substring(2, token.length() - 1);
            RecordField field = RecordField.named(name);
            if (field == null) {
                unknown.add(name);
            } else {
                fields.add(field);
            }
        }
        if (!unknown.isEmpty()) {
            throw InvalidRecordFormatException.unknownFields(unknown);
        }
        return new RecordFormat(fields);
    }

    /** The {@code LogFormat} text, as DescribeFlowLogs shows it. */
    public String text() {
        return fields.stream().map(field -> "${" + field.wireName() + "}").collect(Collectors.joining(" "));
    }

    /** The first line of a text file: the field names. */
    public String header() {
        return fields.stream().map(RecordField::wireName).collect(Collectors.joining(" "));
    }

    /** The value of {@code version}: the highest version among the fields. */
    public int version() {
        int highest = 0;
        for (RecordField field : fields) {
            highest = Math.max(highest, field.version());
        }
        return highest;
    }

    /** The value of one field of a record: an Integer, Long or String, or null when it does not apply. */
    public @Nullable Object value(RecordField field, FlowRecord record) {
        return field == RecordField.VERSION ? Integer.valueOf(version()) : field.value(record);
    }

    /** The line of a record, without a line end. */
    public String render(FlowRecord record) {
        StringBuilder line = new StringBuilder(fields.size() * 12);
        for (RecordField field : fields) {
            if (!line.isEmpty()) {
                line.append(' ');
            }
            append(line, value(field, record));
        }
        return line.toString();
    }

    /** Avoids a String per number, since most fields are numbers. */
    private static void append(StringBuilder line, @Nullable Object value) {
        if (value instanceof Long number) {
            line.append(number.longValue());
        } else if (value instanceof Integer number) {
            line.append(number.intValue());
        } else {
            line.append(value == null ? ABSENT : value);
        }
    }
}

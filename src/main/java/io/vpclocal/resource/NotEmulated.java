package io.vpclocal.resource;

import io.vpclocal.protocol.ActionDefinition;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.RequestCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** Refuses the parameters of emulated actions that no code reads: those of {@code not-emulated.tsv}. */
@Component
public class NotEmulated implements RequestCheck {

    private static final String FILE = "not-emulated.tsv";

    private final Map<String, List<Row>> rows = read();

    /**
     * A parameter that is not emulated.
     *
     * @param path member names from the request to the parameter
     * @param neutral a value that changes nothing, besides zero, false and empty ones
     */
    private record Row(String action, List<String> path, String what, @Nullable String neutral) {

        static Row of(String line) {
            String[] cells = line.split("\t");
            return new Row(cells[0], List.of(cells[1].split("\\.")), cells[2], cells.length > 3 ? cells[3] : null);
        }
    }

    @Override
    public void check(ActionDefinition action, SdkPojo request) {
        require(action.name(), request);
    }

    /** @throws AwsException {@code UnsupportedOperation} if the request of that action has such a parameter */
    public void require(String action, SdkPojo request) {
        for (Row row : rows.getOrDefault(action, List.of())) {
            if (isSet(at(request, row.path()), row.neutral())) {
                throw CommonErrors.notHere(row.what());
            }
        }
    }

    /** The value at the path; for a list on the way, the values of all elements. */
    private static @Nullable Object at(@Nullable Object value, List<String> path) {
        if (path.isEmpty() || value == null) {
            return value;
        }
        if (value instanceof Collection<?> list) {
            return list.stream()
                    .map(element -> at(element, path))
                    .filter(Objects::nonNull)
                    .toList();
        }
        SdkPojo structure = (SdkPojo) value;
        return structure.sdkFields().stream()
                .filter(field -> field.memberName().equals(path.get(0)))
                .findFirst()
                .map(field -> at(field.getValueOrDefault(structure), path.subList(1, path.size())))
                .orElse(null);
    }

    private static boolean isSet(@Nullable Object value, @Nullable String neutral) {
        if (value instanceof Collection<?> list) {
            return list.stream().anyMatch(element -> isSet(element, neutral));
        }
        if (value instanceof SdkPojo structure) {
            return structure.sdkFields().stream()
                    .map((SdkField<?> field) -> field.getValueOrDefault(structure))
                    .anyMatch(member -> isSet(member, neutral));
        }
        return value != null
                && !value.equals("")
                && !value.equals(false)
                && !value.equals(0)
                && !value.equals(neutral);
    }

    private static Map<String, List<Row>> read() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NotEmulated.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Row::of)
                    .collect(Collectors.groupingBy(Row::action));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

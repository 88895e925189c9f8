package io.vpclocal.inventory;

import io.vpclocal.protocol.AwsService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The actions of {@code empty-lists.tsv}. */
final class EmptyListTable {

    private static final String FILE = "empty-lists.tsv";

    private final Map<AwsService, Map<String, Row>> rows = new EnumMap<>(AwsService.class);

    /**
     * One action.
     *
     * @param least smallest page size; null if the action has none or AWS does not document it
     * @param most largest page size
     * @param sizeRequired true if a request without a page size is refused
     * @param ids the parameters that name resources
     */
    record Row(
            String action,
            @Nullable Integer least,
            @Nullable Integer most,
            boolean sizeRequired,
            List<NamedIds> ids) {}

    private EmptyListTable() {}

    static EmptyListTable read() {
        EmptyListTable table = new EmptyListTable();
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(EmptyListTable.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
            file.lines().filter(line -> !line.startsWith("#")).forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    Map<String, Row> of(AwsService service) {
        return rows.getOrDefault(service, Map.of());
    }

    Set<String> names(AwsService service) {
        return of(service).keySet();
    }

    private void add(String line) {
        String[] columns = line.split("\t", -1);
        AwsService service = AwsService.bySigningName(columns[0]).orElseThrow();
        boolean required = columns[2].endsWith("!");
        String[] size = columns[2].replace("!", "").split("-", -1);
        boolean sized = size.length == 2;
        List<NamedIds> ids = new ArrayList<>();
        for (int i = 3; i < columns.length; i++) {
            ids.add(NamedIds.of(columns[i]));
        }
        Row row = new Row(
                columns[1],
                sized ? Integer.valueOf(size[0]) : null,
                sized ? Integer.valueOf(size[1]) : null,
                required,
                List.copyOf(ids));
        rows.computeIfAbsent(service, any -> new TreeMap<>()).put(row.action(), row);
    }
}

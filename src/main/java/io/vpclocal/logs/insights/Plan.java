package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.QueryResult.Field;
import io.vpclocal.logs.insights.Stage.Sink;
import io.vpclocal.logs.insights.value.Values;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A compiled query.
 *
 * @param columns the fields of the result, in order
 * @param ofRecords whether rows are log records, which end with their pointer
 */
record Plan(List<Stage> stages, List<String> columns, boolean ofRecords) {

    private static final int ROWS_BETWEEN_LOOKS = 1024;

    QueryResult run(Iterator<LogRecord> records, QueryRun run) {
        List<List<Field>> rows = new ArrayList<>();
        Counter matched = new Counter();
        int filtering = leadingFilters();
        Sink sink = new Result(rows, run.maxRows());
        for (int i = stages.size() - 1; i >= filtering; i--) {
            sink = stages.get(i).open(run, sink);
        }
        sink = matched.before(sink);
        for (int i = filtering - 1; i >= 0; i--) {
            sink = stages.get(i).open(run, sink);
        }
        return feed(records, run, sink, matched, rows);
    }

    /** The number of leading commands that only compute on a row or drop it. */
    private int leadingFilters() {
        int count = 0;
        while (count < stages.size()
                && (stages.get(count).keepsRows() || stages.get(count) instanceof RowStages.Filter)) {
            count++;
        }
        return count;
    }

    private static QueryResult feed(
            Iterator<LogRecord> records, QueryRun run, Sink sink, Counter matched, List<List<Field>> rows) {
        long scanned = 0;
        long bytes = 0;
        boolean complete = true;
        boolean more = true;
        while (more && records.hasNext()) {
            if (scanned % ROWS_BETWEEN_LOOKS == 0 && run.cancelled().getAsBoolean()) {
                complete = false;
                break;
            }
            LogRecord log = records.next();
            scanned++;
            bytes += utf8Length(log.message());
            more = sink.accept(Row.of(run, log));
        }
        sink.finish();
        return new QueryResult(List.copyOf(rows), new QueryResult.Statistics(matched.count, scanned, bytes), complete);
    }

    private static long utf8Length(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                // Each half of a surrogate pair counts two of its four bytes.
                bytes += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
            }
        }
        return bytes;
    }

    /** Counts the records that pass the filters. */
    private static final class Counter {
        private long count;

        Sink before(Sink sink) {
            return new Stage.Step(sink) {
                @Override
                public boolean accept(Row row) {
                    count++;
                    return next.accept(row);
                }
            };
        }
    }

    private final class Result implements Sink {
        private final List<List<Field>> rows;
        private final int most;

        Result(List<List<Field>> rows, int most) {
            this.rows = rows;
            this.most = most;
        }

        @Override
        public boolean accept(Row row) {
            List<Field> fields = new ArrayList<>(columns.size() + 1);
            for (String column : columns) {
                add(fields, column, Values.text(row.get(column)));
            }
            LogRecord log = row.log();
            if (ofRecords && log != null) {
                add(fields, "@ptr", log.pointer());
            }
            rows.add(List.copyOf(fields));
            return rows.size() < most;
        }

        private static void add(List<Field> fields, String name, @Nullable String value) {
            if (value != null) {
                fields.add(new Field(name, value));
            }
        }

        @Override
        public void finish() {
            // The rows are already in the result.
        }
    }
}

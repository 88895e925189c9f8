package io.vpclocal.logs.insights;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Test records, and results as text. */
final class Logs {

    static final List<String> DEFAULT_FORMAT = List.of(
            "version",
            "account-id",
            "interface-id",
            "srcaddr",
            "dstaddr",
            "srcport",
            "dstport",
            "protocol",
            "packets",
            "bytes",
            "start",
            "end",
            "action",
            "log-status");

    /** 2014-12-14 04:06:50 UTC. */
    static final long START = 1418530010000L;

    private static final QueryRun RUN = new QueryRun(START, START + 3_600_000, START + 7_200_000, 10_000, () -> false);

    private Logs() {}

    /** One record per minute, in this order. */
    static List<LogRecord> of(FieldDiscovery discovery, String... messages) {
        List<LogRecord> records = new ArrayList<>();
        for (String message : messages) {
            int i = records.size();
            records.add(new LogRecord(
                    START + i * 60_000L,
                    START + i * 60_000L + 500,
                    message,
                    "stream-" + i % 2,
                    "123456789012:group",
                    "ptr" + i,
                    discovery));
        }
        return records;
    }

    static List<LogRecord> text(String... messages) {
        return of(FieldDiscovery.json(), messages);
    }

    static List<LogRecord> flows() {
        return of(
                FieldDiscovery.flowLogs(List.of(DEFAULT_FORMAT)),
                "2 123456789010 eni-1 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK",
                "2 123456789010 eni-1 172.31.9.69 172.31.9.12 49761 3389 6 20 4249 1418530010 1418530070 REJECT OK",
                "2 123456789010 eni-1 172.31.16.139 172.31.16.21 20641 53 17 7 751 1418530010 1418530070 ACCEPT OK",
                "2 123456789010 eni-2 192.0.2.77 172.31.16.21 443 40000 6 100 90000 1418530010 1418530070 ACCEPT OK",
                "2 123456789010 eni-2 - - - - - - - 1431280876 1431280934 - NODATA",
                "2 123456789010 eni-1 - - - - - - - 1431280876 1431280934 - SKIPDATA");
    }

    static QueryResult run(String query, List<LogRecord> records) {
        return InsightsQuery.compile(query).execute(records.iterator(), RUN);
    }

    /** The rows with " / " between them, values as {@code field=value}, without pointers. */
    static String rows(String query, List<LogRecord> records) {
        return run(query, records).rows().stream()
                .map(row -> row.stream()
                        .filter(field -> !field.field().equals("@ptr"))
                        .map(field -> field.field() + "=" + field.value())
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" / "));
    }

    /** The value of an expression on one record, or "missing". */
    static String value(String expression, String message) {
        List<List<QueryResult.Field>> rows =
                run("fields " + expression + " as result", text(message)).rows();
        return rows.get(0).get(0).field().equals("result") ? rows.get(0).get(0).value() : "missing";
    }
}

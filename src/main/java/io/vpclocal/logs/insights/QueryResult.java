package io.vpclocal.logs.insights;

import java.util.List;

/**
 * The rows of a query as GetQueryResults returns them. A row leaves out fields without a value. Rows of log events end
 * with {@code @ptr}.
 *
 * @param complete false if the run was cancelled
 */
public record QueryResult(List<List<Field>> rows, Statistics statistics, boolean complete) {

    /** One value, always as text. */
    public record Field(String field, String value) {}

    /**
     * @param recordsMatched records that passed the filters, before any limit
     * @param bytesScanned bytes of the scanned messages, in UTF-8
     */
    public record Statistics(long recordsMatched, long recordsScanned, long bytesScanned) {}
}

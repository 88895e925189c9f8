package io.vpclocal.logs.insights;

import java.util.List;

/**
 * The rows of a query as GetQueryResults shows them. A row leaves out the fields it has no value for; rows that are log
 * events end with {@code @ptr}.
 *
 * @param complete false when the run was cancelled
 */
public record QueryResult(List<List<Field>> rows, Statistics statistics, boolean complete) {

    /** One value, always text. */
    public record Field(String field, String value) {}

    /**
     * @param recordsMatched records that passed the filters, before any limit
     * @param bytesScanned bytes of the messages looked at, in UTF-8
     */
    public record Statistics(long recordsMatched, long recordsScanned, long bytesScanned) {}
}

package io.vpclocal.logs.insights;

import java.util.function.BooleanSupplier;

/**
 * What one run of a query is bound to.
 *
 * @param start start of the queried time, milliseconds since 1970
 * @param end end of the queried time, milliseconds since 1970
 * @param now when the run began, milliseconds since 1970
 * @param maxRows the limit given beside the query; a {@code limit} command can only lower it
 * @param cancelled asked now and then; a run ends early with the rows it has once this is true
 */
public record QueryRun(long start, long end, long now, int maxRows, BooleanSupplier cancelled) {

    /** AWS's limit for a query that names none. */
    public static final int DEFAULT_ROWS = 10_000;

    /** The highest limit AWS takes. */
    public static final int MAX_ROWS = 100_000;
}

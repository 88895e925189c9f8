package io.vpclocal.logs.insights;

import java.util.function.BooleanSupplier;

/**
 * The parameters of one run of a query.
 *
 * @param start start of the queried time, milliseconds since 1970
 * @param end end of the queried time, milliseconds since 1970
 * @param now start of the run, milliseconds since 1970
 * @param maxRows the limit of the request; a {@code limit} command can only lower it
 * @param cancelled polled during the run; once it is true, the run ends with the rows found so far
 */
public record QueryRun(long start, long end, long now, int maxRows, BooleanSupplier cancelled) {

    /** AWS's limit for a query without one. */
    public static final int DEFAULT_ROWS = 10_000;

    /** AWS's highest limit. */
    public static final int MAX_ROWS = 100_000;
}

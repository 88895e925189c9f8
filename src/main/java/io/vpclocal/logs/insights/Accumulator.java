package io.vpclocal.logs.insights;

import org.jspecify.annotations.Nullable;

/** One aggregation over the rows of one group. */
interface Accumulator {

    void add(Row row);

    @Nullable
    Object result();
}

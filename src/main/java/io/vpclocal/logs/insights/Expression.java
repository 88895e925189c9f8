package io.vpclocal.logs.insights;

import org.jspecify.annotations.Nullable;

/** A compiled expression. What it gives is described at {@link Values}. */
@FunctionalInterface
interface Expression {

    @Nullable
    Object of(Row row);
}

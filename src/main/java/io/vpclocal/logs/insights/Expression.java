package io.vpclocal.logs.insights;

import io.vpclocal.logs.insights.value.Values;
import org.jspecify.annotations.Nullable;

/** A compiled expression. {@link Values} describes its results. */
@FunctionalInterface
interface Expression {

    @Nullable
    Object of(Row row);
}
